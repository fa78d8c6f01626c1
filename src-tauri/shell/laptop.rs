//! What a laptop is called while its owner has not said: by who is at work on it.

use couloir_core::replica::LaptopName;
use couloir_core::role::RoleColor;
use strum::VariantArray;

/// The name of the account, and a colour that stays with it.
pub fn name() -> LaptopName {
    let account = ["USERNAME", "USER", "LOGNAME"].iter().find_map(|name| std::env::var(name).ok());
    let name = account.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| "Couloir".to_owned());
    let sum = name.bytes().map(usize::from).sum::<usize>();
    let color = RoleColor::VARIANTS[sum % RoleColor::VARIANTS.len()];
    LaptopName { name, color }
}
