// What the site's own script does today, written anew: one request, a card each.
// The address of the API is put in where the page is made.
(function () {
  var container = document.getElementById("alesco-prs");
  var status = document.getElementById("alesco-prs-status");
  var url = "{api}/repos/AlmaLinux/ALESCo/pulls?state=open&sort=updated&direction=desc&per_page=20";

  function element(name, className, text) {
    var made = document.createElement(name);
    made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function inkOn(color) {
    var red = parseInt(color.slice(0, 2), 16);
    var green = parseInt(color.slice(2, 4), 16);
    var blue = parseInt(color.slice(4, 6), 16);
    return red * 0.299 + green * 0.587 + blue * 0.114 > 150 ? "#1f2328" : "#ffffff";
  }

  function card(pull) {
    var made = element("div", "al-rfc-card");
    var title = element("a", "al-rfc-title", pull.title);
    title.href = pull.html_url;
    made.appendChild(title);
    var labels = element("div", "al-rfc-labels");
    labels.appendChild(element("span", "al-rfc-status", "Open"));
    pull.labels.forEach(function (label) {
      var chip = element("span", "al-rfc-label", label.name);
      chip.style.backgroundColor = "#" + label.color;
      chip.style.color = inkOn(label.color);
      labels.appendChild(chip);
    });
    made.appendChild(labels);
    var updated = new Date(pull.updated_at).toLocaleDateString("en-US", {
      year: "numeric",
      month: "short",
      day: "numeric",
    });
    made.appendChild(element("div", "al-rfc-meta", "#" + pull.number + " by " + pull.user.login + " · Updated " + updated));
    return made;
  }

  fetch(url)
    .then(function (response) {
      if (!response.ok) throw new Error("GitHub answered " + response.status);
      return response.json();
    })
    .then(function (pulls) {
      if (pulls.length === 0) {
        status.textContent = "No open proposals.";
        return;
      }
      status.remove();
      pulls.forEach(function (pull) {
        container.appendChild(card(pull));
      });
    })
    .catch(function () {
      status.textContent = "Open proposals could not be loaded.";
    });
})();
