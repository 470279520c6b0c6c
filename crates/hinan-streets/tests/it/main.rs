//! Integration tests of `hinan-streets`: tiny maps, hostile bytes, real places.

mod hostile;
mod map;
mod network;
mod objects;
mod pbf;
mod places;
mod slopes;
mod squares;
mod tags;
