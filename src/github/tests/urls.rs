use super::*;

#[test]
fn endpoints_have_the_urls_that_host_pages_preload() {
    let repository = Repository {
        name: "AlmaLinux/ALESCo".to_owned(),
        api: "https://api.github.com".to_owned(),
        web_base: "https://github.com".to_owned(),
    };
    let list = "https://api.github.com/repos/AlmaLinux/ALESCo/issues";
    assert_eq!(repository.issues_url(Scope::Open), format!("{list}?state=open&per_page=100"));
    assert_eq!(repository.issues_url(Scope::All), format!("{list}?state=all&per_page=100"));
    assert_eq!(
        repository.files_url(18),
        "https://api.github.com/repos/AlmaLinux/ALESCo/pulls/18/files?per_page=100"
    );
    assert_eq!(repository.events_url(), format!("{list}/events?per_page=100"));
    assert_eq!(repository.pull_url(18), "https://github.com/AlmaLinux/ALESCo/pull/18");
    assert_eq!(repository.pulls_url(), "https://github.com/AlmaLinux/ALESCo/pulls");
    assert!(repository.is_api_url(&repository.files_url(18)));
    assert!(!repository.is_api_url("https://api.github.com.example.com/repos"));
    assert!(!repository.is_api_url("https://api.github.com"));
}

#[test]
fn each_scope_and_repository_has_a_saved_copy_of_its_own() {
    let repository = |name: &str, api: &str| Repository {
        name: name.to_owned(),
        api: api.to_owned(),
        web_base: String::new(),
    };
    let mut keys = Vec::new();
    for name in ["AlmaLinux/ALESCo", "AlmaLinux/other"] {
        for api in ["https://api.github.com", "https://github.example.com/api/v3"] {
            keys.extend([Scope::Open, Scope::All].map(|scope| repository(name, api).storage_key(scope)));
        }
    }
    assert_eq!(keys[0], "alesco-proposals https://api.github.com/repos/AlmaLinux/ALESCo");
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), 8);
}

#[test]
fn web_pages_are_on_the_host_that_belongs_to_the_api() {
    let check = |origin: &str, host: &str, expected: &str| {
        assert_eq!(web_base_url(origin, host), expected, "{origin}");
    };
    check("https://api.github.com", "api.github.com", "https://github.com");
    check("https://api.example.ghe.com", "api.example.ghe.com", "https://example.ghe.com");
    check("https://github.example.com", "github.example.com", "https://github.example.com");
    check("https://github.example.com:8443", "github.example.com", "https://github.example.com:8443");
    check("https://api.example.com", "api.example.com", "https://api.example.com");
    check("http://127.0.0.1:8099", "127.0.0.1", "http://127.0.0.1:8099");
}
