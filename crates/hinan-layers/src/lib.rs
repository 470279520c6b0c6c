//! People, areas and zones of warning out of planners' files.
