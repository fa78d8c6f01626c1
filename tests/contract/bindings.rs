//! The generated TypeScript is current. `UPDATE=1` rewrites it.

#[test]
fn the_committed_bindings_are_what_the_commands_export() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/ipc/bindings.ts");
    let exported = couloir::ipc::bindings().unwrap();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &exported).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == exported, "bindings.ts is not current: run with UPDATE=1");
}
