//! Whoever is not our own page, on this machine, of this start, gets nothing.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use hinan_desk_server::TOKEN;
use tower::ServiceExt as _;

use crate::town::{Town, WORD};

async fn status(desk: &Router, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> StatusCode {
    let request = Request::builder().method(method).uri(path);
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    let response = desk.clone().oneshot(request.body(Body::from(body.to_owned())).unwrap()).await.unwrap();
    let policy = response.headers().get("content-security-policy").unwrap().to_str().unwrap();
    assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
    response.status()
}

const HOST: (&str, &str) = ("host", "127.0.0.1:7710");
const BOARD: &str = "/desk/v1/board";

#[tokio::test]
async fn only_our_page_with_the_token_of_this_start_is_answered() {
    let town = Town::new();
    let desk = town.desk("olena");
    let token = (TOKEN, WORD);
    for (headers, expected) in [
        (vec![HOST, token], StatusCode::OK),
        (vec![("host", "localhost:7710"), token], StatusCode::OK),
        (
            vec![HOST, token, ("origin", "http://127.0.0.1:7710"), ("sec-fetch-site", "same-origin")],
            StatusCode::OK,
        ),
        (vec![HOST], StatusCode::FORBIDDEN),
        (vec![HOST, (TOKEN, "")], StatusCode::FORBIDDEN),
        (vec![HOST, (TOKEN, &WORD[1..])], StatusCode::FORBIDDEN),
        (vec![HOST, (TOKEN, "00112233445566778899aabbccddeefe")], StatusCode::FORBIDDEN),
        (vec![HOST, token, ("origin", "http://evil.example")], StatusCode::FORBIDDEN),
        (vec![HOST, token, ("origin", "http://127.0.0.1:7711")], StatusCode::FORBIDDEN),
        (vec![HOST, token, ("origin", "null")], StatusCode::FORBIDDEN),
        (vec![HOST, token, ("sec-fetch-site", "cross-site")], StatusCode::FORBIDDEN),
        (vec![HOST, token, ("sec-fetch-site", "same-site")], StatusCode::FORBIDDEN),
        // A name of elsewhere that was pointed at this machine.
        (vec![("host", "evil.example"), token], StatusCode::MISDIRECTED_REQUEST),
    ] {
        assert_eq!(status(&desk, "GET", BOARD, &headers, "").await, expected, "{headers:?}");
    }
    assert_eq!(
        status(&desk, "GET", "/desk.html", &[("host", "evil.example")], "").await,
        StatusCode::MISDIRECTED_REQUEST
    );
}

#[tokio::test]
async fn nothing_changes_by_get_by_forms_or_by_nonsense() {
    let town = Town::new();
    let desk = town.desk("olena");
    let json = ("content-type", "application/json");
    let token = (TOKEN, WORD);
    for path in ["draft", "sign", "cancel", "clear", "discard", "preview", "arm", "void"] {
        let path = format!("/desk/v1/{path}");
        assert_eq!(status(&desk, "GET", &path, &[HOST, token], "").await, StatusCode::METHOD_NOT_ALLOWED);
        let form = ("content-type", "application/x-www-form-urlencoded");
        assert_eq!(status(&desk, "POST", &path, &[HOST, token, form], "{}").await, StatusCode::BAD_REQUEST);
        for body in ["", "{", "[]", "{}", "{\"key\":1}", "null", "\u{0}"] {
            assert_eq!(
                status(&desk, "POST", &path, &[HOST, token, json], body).await,
                StatusCode::BAD_REQUEST
            );
        }
        let large = " ".repeat(70 << 10);
        let refused = status(&desk, "POST", &path, &[HOST, token, json], &large).await;
        assert_eq!(refused, StatusCode::PAYLOAD_TOO_LARGE);
    }
    for name in ["", "..%2F..%2Fetc", "root1", &"0".repeat(64), &format!("alert-{}", "0".repeat(64))] {
        let path = format!("/desk/v1/messages/{name}");
        assert_eq!(status(&desk, "GET", &path, &[HOST, token], "").await, StatusCode::NOT_FOUND, "{name}");
    }
    assert_eq!(std::fs::read_dir(town.folder.path()).unwrap().count(), 2);
}
