//! Contract tests of the whole: what must hold between the rooms of the house.

mod bindings;
