// A page of the weight and the order of almalinux.org/alesco: hero, members with their portraits,
// then the lifecycle on the left and the open proposals on the right.
//
// What stands in for what: noise of 30 kB in the stylesheet and of 24 kB in a script for Bootstrap's,
// so that they take their share of the line but none of its work; bitmaps of noise for the portraits,
// which no compression makes lighter. Web fonts, icons and analytics are left out.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { file } from "./servers.mjs";

export const PORTRAITS = 12;
const SIDE = 264;

/** A bitmap of noise: 24 bits a pixel, so 209 kB. Its rows need no padding: 264 * 3 divides by 4. */
function portrait() {
  const pixels = randomBytes(SIDE * SIDE * 3);
  const header = Buffer.alloc(54);
  header.write("BM");
  header.writeUInt32LE(header.length + pixels.length, 2);
  header.writeUInt32LE(header.length, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(SIDE, 18);
  header.writeInt32LE(SIDE, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(24, 28);
  header.writeUInt32LE(pixels.length, 34);
  return Buffer.concat([header, pixels]);
}

const noise = (bytes) => `/* ${randomBytes(bytes).toString("base64")} */`;

/** What the page consists of, by its path. */
export function hostFiles() {
  const css = readFileSync(new URL("host.css", import.meta.url), "utf8");
  const files = {
    "/site.css": file("text/css", css + noise(30_000)),
    "/site.js": file("text/javascript", noise(24_000)),
  };
  for (let index = 0; index < PORTRAITS; index += 1) {
    files[`/portraits/${index}.bmp`] = file("image/bmp", portrait(), { packed: false });
  }
  return files;
}

const member = (_, index) => `
  <div class="member">
    <img src="/portraits/${index}.bmp" alt="Member ${index + 1}">
    <h5>Member ${index + 1}</h5>
    <div class="small">Engineer at a member of the foundation</div>
  </div>`;

const step = ([stage, colour, text], index) => `
  <li><b>${index + 1}</b><div><span class="pill" style="background: ${colour}">${stage}</span><p>${text}</p></div></li>`;

const STEPS = [
  ["Submitted", "#6e7781", "A pull request adds the document to the committee's repository, and its form is checked."],
  ["Accepted for Discussion", "#0e8a16", "The proposal is discussed in the open, in meetings and in the pull request."],
  ["Vote at Next Meeting", "#fbca04; color: #1f2328", "A final comment period: the committee votes when it meets next."],
  ["Closed", "#8250df", "The proposal is accepted, rejected, withdrawn or superseded, and its record stays."],
];

const SENTENCE = "The committee is where everybody who works on the distribution meets to decide how it goes on. ";

/** The page with a contender's parts in it. */
export function hostPage({ head = "", body, after = "" }) {
  return file("text/html; charset=utf-8", `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>The Engineering Steering Committee</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/site.css">
  ${head}
</head>
<body>
  <nav><a href="#">Home</a><a href="#">Get it</a><a href="#">Foundation</a><a href="#">Community</a><a href="#">Blog</a></nav>
  <header class="hero"><div class="container">
    <h1>The Engineering Steering Committee</h1>
    <p class="lead">${SENTENCE.repeat(2)}</p>
    <a class="btn" href="#">Join the conversation</a>
  </div></header>
  <main class="container">
    <h4>About the committee</h4>
    <p>${SENTENCE.repeat(4)}</p>
    <h6>Members</h6>
    <div class="members">${Array.from({ length: PORTRAITS }, member).join("")}</div>
  </main>
  <section class="band"><div class="container row">
    <div><h4>Lifecycle of a proposal</h4><ol class="steps">${STEPS.map(step).join("")}</ol></div>
    <div>
      <h4>Open Proposals</h4>
      ${body}
      <p><a href="https://github.com/AlmaLinux/ALESCo/pulls">View all on GitHub</a></p>
    </div>
  </div></section>
  ${after}
  <footer class="container"><p class="small">${SENTENCE.repeat(3)}</p></footer>
  <script src="/site.js"></script>
</body>
</html>`, { maxAge: 0 });
}
