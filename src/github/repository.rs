//! What is asked of GitHub, and where its pages for people are.

/// Which proposals a list holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The open ones.
    #[default]
    Open,
    /// The open and the decided ones.
    All,
}

/// A repository, and the GitHub that has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Repository {
    /// `owner/name`.
    pub name: String,
    /// The API's address, without a slash at the end: `https://api.github.com`.
    pub api: String,
    /// The address of the pages for people, without a slash at the end: `https://github.com`.
    pub web: String,
}

impl Repository {
    /// The address of the list. `/issues`, not `/pulls`: it has the comments, the reactions and
    /// who closed it, at a quarter of the size.
    pub fn list(&self, scope: Scope) -> String {
        let state = match scope {
            Scope::Open => "open",
            Scope::All => "all",
        };
        format!("{}/repos/{}/issues?state={state}&per_page=100", self.api, self.name)
    }

    /// The address of the files that a pull request changes.
    pub fn files(&self, number: u32) -> String {
        format!("{}/repos/{}/pulls/{number}/files", self.api, self.name)
    }

    /// The address of what happened to all issues and pull requests, the latest first.
    pub fn events(&self) -> String {
        format!("{}/repos/{}/issues/events?per_page=100", self.api, self.name)
    }

    /// What tells this repository from others in a browser's storage.
    pub fn key(&self) -> String {
        format!("alesco-proposals {}/repos/{}", self.api, self.name)
    }

    /// A pull request's page.
    pub fn page(&self, number: u32) -> String {
        format!("{}/{}/pull/{number}", self.web, self.name)
    }

    /// The page of all its pull requests.
    pub fn all_pages(&self) -> String {
        format!("{}/{}/pulls", self.web, self.name)
    }
}
