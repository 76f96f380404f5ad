// Hostile texts for every field that people write.
import { NOW } from "./fixtures.mjs";

/** Texts by what they try. Each that runs sets `window.ran`; each that loads requests what no test allows. */
const TEXTS = {
  "markup": '<img src="https://evil.example/x.png" onerror="window.ran=1"><script>window.ran=2</script><svg onload="window.ran=3"></svg>',
  "attributes": `" onmouseover="window.ran=4" onfocus='window.ran=5' style="position:fixed" x='`,
  "a javascript: URL": "javascript:window.ran=6",
  "a data: URL": "data:text/html,<script>window.ran=17</script>",
  "Markdown": "[here](javascript:window.ran=7) ![](https://evil.example/x.png) <javascript:window.ran=8> [there](data:text/html,window.ran=18)",
  "end tags": "--></textarea></a></h3></article></section></main><h1>Broken out</h1><base href=https://evil.example>",
  "a style sheet": "</style><style>*{display:none}</style><link rel=stylesheet href=https://evil.example/x.css>",
  "a template": "{{constructor.constructor('window.ran=9')()}} ${window.ran=10} <%= 7 * 7 %>",
  "right-to-left overrides": "\u202Egnp.exe \u202D\u2067\u2066 \u05d0\u05d1\u05d2 \u0645\u0631\u062d\u0628\u0627",
  "10,000 letters": "W".repeat(10_000),
  "10,000 letters in words": "many words ".repeat(910).trim(),
  "emoji": "👩‍👩‍👧‍👦🏳️‍🌈🇪🇺".repeat(60),
  "combining marks": `Z${"\u0301\u0489".repeat(200)}`,
  "control characters": "nul\0nul \u0007\u001b[31m \u0085 \ufffe end",
  "line breaks": `first${"\n".repeat(60)}\u2028\u2029\r\tlast`,
};

// GitHub's responses are UTF-8, which has no half of a character.
export const PAYLOADS = Object.entries(TEXTS).map(([name, text], index) => ({ name, text, number: index + 1 }));

const time = NOW.toISOString();

/** An item of GitHub's list. */
const item = ({ text, number }) => ({
  number,
  title: text,
  html_url: "javascript:window.ran=11",
  user: { login: text, html_url: "javascript:window.ran=12", avatar_url: "https://evil.example/x.png" },
  labels: [{ name: text, description: text, color: text }, { name: `sig/${text}`, description: null, color: '"><b>' }, text.slice(1).toWellFormed()],
  state: number % 2 ? "open" : "closed",
  created_at: time,
  updated_at: time,
  comments: 3,
  body: `SIG: ${text}\n\n${text} The Core SIG says ${text}.`,
  pull_request: { merged_at: null, html_url: "javascript:window.ran=13" },
});

export const ITEMS = PAYLOADS.map(item);

/** The files of a pull request, with the document that it adds. */
export function files(number) {
  const { text } = PAYLOADS[number - 1];
  const lines = `# ${text}\n\nRFC Number: ${text}\nStatus: FCP ${text}\nSIG: ${text}\n\n## Abstract\n\n${text} The Cloud SIG says ${text}.`.split("\n");
  const patch = [`@@ -0,0 +1,${lines.length} @@`, ...lines.map((line) => `+${line}`)].join("\n");
  return [{ filename: `rfcs/0008-${text}.md`, status: "added", patch, raw_url: "javascript:window.ran=14" }];
}

const sigs = (text) => [
  { slug: text, name: text, evidence: "label" },
  { slug: `core ${text}`, name: `Core ${text}`, evidence: "mention", sentence: text },
];

const record = ({ text, number }) => ({
  number,
  title: text,
  author: text,
  stage: number % 2 ? "submitted" : "closed",
  outcome: text,
  is_rfc: true,
  sigs: sigs(text),
  labels: [{ name: text, description: text, color: text }],
  opened_at: time,
  updated_at: time,
  comments: 3,
  document: { read_after: time, is_rfc: true, rfc_number: 8, status: `FCP ${text}`, sigs: sigs(`${text}?`), summary: text },
});

/** An address that must not become a link, of one scheme or the other by turns. */
const hostileUrl = (turn, ran) => (turn % 2 ? `javascript:window.ran=${ran}` : `data:text/html,<script>window.ran=${ran}</script>`);

const EVENTS = ["labelled", "renamed", "review-requested", "referenced", "commented", "changes-requested", "pushed"];

/** What minutes say of a proposal, and of the one before it. */
const minutes = ({ text, number }) => ({
  number,
  notes: [{ date: "2026-08-13", kind: number % 2 ? "vote-scheduled" : "rejected", sentence: text }],
  events: EVENTS.map((event, index) => ({ at: time, event, actor: text, subject: text, url: hostileUrl(index, 15) })),
  replaces: number > 1 ? [{ number: number - 1, date: "2026-08-13", sentence: text }] : [],
});

/** A snapshot, or a saved copy, with these texts. */
export const COPY = {
  schema: 3,
  repository: "AlmaLinux/ALESCo",
  made_at: time,
  proposals: PAYLOADS.map(record),
  records: { minutes: "AlmaLinux/wiki/docs/alesco/meeting-minutes", minutes_until: "2026-08-13", proposals: PAYLOADS.map(minutes) },
  meetings: [
    {
      date: "2026-08-13",
      sha: "0",
      members: PAYLOADS.map(({ text }) => text),
      discussions: PAYLOADS.map(({ text, number }) => ({ pull_request: number, kind: "discussed", sentence: text })),
      decisions: PAYLOADS.map(({ text, number }) => ({ text, points: [text], links: [{ text, url: hostileUrl(number, 16) }] })),
    },
  ],
};

/** Control characters that are not white space, and those that set the direction of what follows. */
export const CONTROLS = /[\u202A-\u202E\u2066-\u2069]|(?![\s\u0085])\p{Cc}/gu;

/** A text as it is shown: with a replacement character for each control character. */
export const shown = (text) => text.replace(CONTROLS, "\uFFFD");
