use alignment_board::web::storage;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_text_is_remembered_until_it_is_forgotten() {
    assert_eq!(storage::get("storage-test"), None);
    storage::set("storage-test", "ana");
    assert_eq!(storage::get("storage-test").as_deref(), Some("ana"));
    storage::remove("storage-test");
    assert_eq!(storage::get("storage-test"), None);
}

#[wasm_bindgen_test]
async fn asking_to_persist_answers_and_never_throws() {
    let _: bool = storage::persist().await;
}
