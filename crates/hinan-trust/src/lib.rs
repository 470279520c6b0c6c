//! Who may be believed.
