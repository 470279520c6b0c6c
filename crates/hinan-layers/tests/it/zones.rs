//! Zones of warning.
