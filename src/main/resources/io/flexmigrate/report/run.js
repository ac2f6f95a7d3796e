(function () {
  "use strict";
  document.documentElement.classList.add("with-script");
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
    opened.forEach(function (details) { details.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (details) { details.open = false; });
    opened = [];
  });

  var place = document.body.dataset.live;
  if (!place) { return; }
  var link = document.getElementById("link");
  var said = document.getElementById("said");

  function keepOpen(old, fresh) {
    old.querySelectorAll("details[id]").forEach(function (details) {
      var same = fresh.querySelector("#" + CSS.escape(details.id));
      if (same) { same.open = details.open; }
    });
  }

  function replace(fresh) {
    var old = document.getElementById(fresh.id);
    if (!old) { return; }
    keepOpen(old, fresh);
    if (old.outerHTML === fresh.outerHTML) { return; }
    var focus = old.contains(document.activeElement) && document.activeElement.id;
    if (old.dataset.said !== fresh.dataset.said) {
      said.textContent = fresh.dataset.said;
      document.title = document.title.split(":")[0] + ": " + fresh.dataset.said;
    }
    old.replaceWith(fresh);
    if (focus) {
      var again = document.getElementById(focus);
      if (again) { again.focus({ preventScroll: true }); }
    }
  }

  function tell(words, lost) {
    if (link.textContent !== words) { link.textContent = words; }
    link.className = lost ? "lost" : "";
  }

  var events = new EventSource(place);
  events.addEventListener("parts", function (event) {
    var fresh = new DOMParser().parseFromString(event.data, "text/html");
    fresh.querySelectorAll("body > section[id]").forEach(function (section) {
      replace(document.adoptNode(section));
    });
    tell("It is up to date.", false);
  });
  events.addEventListener("trouble", function (event) { tell(event.data, true); });
  events.addEventListener("error", function () {
    tell("The connection is lost, so this is how it was; it is tried again.", true);
  });
}());
