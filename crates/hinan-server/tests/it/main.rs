//! The server asked without any socket, on the sample with shelters of our own; once through a socket.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has to stop")]

mod endpoints;
mod errors;
mod limits;
mod packed;
mod random;
mod schema;
mod sockets;
mod support;
