// A loader of webpack: AlescoProposals.vue gets the prerendered cards beside this file, by their language, as a module.
const { readdirSync, readFileSync } = require("fs");

module.exports = function () {
  this.addContextDependency(__dirname);
  const cards = {};
  for (const name of readdirSync(__dirname)) {
    const [, code] = /^proposals\.(.+)\.html$/.exec(name) || [];
    if (code) cards[code] = readFileSync(`${__dirname}/${name}`, "utf8");
  }
  return `export default ${JSON.stringify(cards)};`;
};
