"use strict";
(function () {
  var root = document.documentElement;
  root.classList.add("with-script");

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  function say(text) {
    var said = document.getElementById("said");
    said.textContent = "";
    window.setTimeout(function () { said.textContent = text; }, 50);
  }

  // Findings: by weight and by words.
  var search = document.getElementById("search");
  var filters = all(".filter");
  var rules = all(".rule").map(function (rule) {
    return {
      element: rule,
      head: rule.querySelector("header").textContent.toLowerCase(),
      items: all(".item", rule).map(function (item) {
        return { element: item, weight: item.dataset.weight, text: item.textContent.toLowerCase() };
      }),
      fold: rule.querySelector(".fold"),
      folded: all(".fold .item", rule).length
    };
  });
  var total = rules.reduce(function (sum, rule) { return sum + rule.items.length; }, 0);

  function filter() {
    var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    var weights = {};
    filters.forEach(function (button) {
      weights[button.dataset.weight] = button.getAttribute("aria-pressed") === "true";
    });
    var shown = 0;
    rules.forEach(function (rule) {
      var ofRule = 0;
      var folded = 0;
      rule.items.forEach(function (item) {
        var matches = weights[item.weight] && words.every(function (word) {
          return item.text.indexOf(word) >= 0 || rule.head.indexOf(word) >= 0;
        });
        item.element.hidden = !matches;
        ofRule += matches ? 1 : 0;
        folded += matches && rule.fold && rule.fold.contains(item.element) ? 1 : 0;
      });
      rule.element.hidden = ofRule === 0;
      if (rule.fold) {
        rule.fold.hidden = folded === 0;
        rule.fold.querySelector("summary").textContent = folded + " more of this rule";
        rule.fold.open = words.length > 0 && folded > 0;
      }
      shown += ofRule;
    });
    document.getElementById("shown").textContent = shown === total ? "" : shown + " of " + total + " shown";
    document.getElementById("none").hidden = shown > 0;
  }

  if (search) {
    filters.forEach(function (button) {
      button.addEventListener("click", function () {
        button.setAttribute("aria-pressed", button.getAttribute("aria-pressed") === "true" ? "false" : "true");
        filter();
      });
    });
    search.addEventListener("input", filter);
    if (search.value) {
      filter();
    }
  }

  // Copies: the clipboard where the browser gives it to a file, else a selection.
  function selected(text) {
    var area = document.createElement("textarea");
    area.value = text;
    area.className = "hidden";
    area.setAttribute("readonly", "");
    document.body.appendChild(area);
    area.select();
    var done = false;
    try {
      done = document.execCommand("copy");
    } catch (refused) {
      done = false;
    }
    area.remove();
    return done;
  }

  function copied(button, done) {
    var label = button.dataset.label || button.textContent;
    button.dataset.label = label;
    button.textContent = done ? "Copied" : "Not copied";
    button.classList.toggle("done", done);
    button.focus();
    say(done ? "Copied" : "The browser did not allow copying; select the text instead");
    window.setTimeout(function () {
      button.textContent = label;
      button.classList.remove("done");
    }, 1500);
  }

  function copy(button, text) {
    if (!navigator.clipboard || !navigator.clipboard.writeText) {
      copied(button, selected(text));
      return;
    }
    navigator.clipboard.writeText(text).then(
      function () { copied(button, true); },
      function () { copied(button, selected(text)); });
  }

  function textFor(button) {
    var box = button.dataset.copy === "remedy" ? button.closest(".remedy") : button.closest(".paste");
    return all(".line", box).map(function (line) { return line.textContent; }).join("\n");
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("button.copy");
    if (button) {
      copy(button, textFor(button));
    }
  });

  // Stages: all open or all closed; paper shows everything.
  var stages = all("details.stage");
  var unfold = document.getElementById("unfold");
  unfold.addEventListener("click", function () {
    var open = unfold.dataset.open !== "true";
    stages.forEach(function (stage) { stage.open = open; });
    unfold.dataset.open = String(open);
    unfold.textContent = open ? "Close all stages" : "Open all stages";
  });
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = all("details:not([open])");
    opened.forEach(function (details) { details.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (details) { details.open = false; });
    opened = [];
  });
}());
