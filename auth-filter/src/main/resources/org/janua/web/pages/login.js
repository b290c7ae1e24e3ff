import { language, spellOut, translate } from "./messages.js";

const element = (id) => document.getElementById(id);
const form = element("login");
const { username, password, remember } = form.elements;
const api = new URL("api/", location.href);
const patience = 30_000; // milliseconds

/**
 * Where to go once signed in: the path asked for if it stays on this origin, else the application's
 * start. Nothing below auth/api/ is a place to go, or a link to this page could sign people out.
 */
function returnAddress() {
  const home = new URL("../", location.href);
  const wanted = new URLSearchParams(location.search).get("return") ?? "";
  // The URL parser drops tabs and line breaks and reads "\" as "/": refuse them before it runs.
  if (!/^\/(?![/\\])[^\u0000-\u001f\u007f-\u009f]*$/.test(wanted)) return home;
  const url = new URL(wanted, location.origin);
  const ours = url.origin === location.origin && !url.pathname.startsWith("//");
  return ours && !asServed(url.pathname).startsWith(api.pathname) ? url : home;
}

/** The path as a server may read it: decoded, without path parameters and doubled slashes. */
function asServed(path) {
  try {
    const plain = decodeURIComponent(path).replace(/;[^/]*/g, "").replace(/[/\\]+/g, "/");
    return new URL(plain, location.origin).pathname;
  } catch {
    return api.pathname; // not UTF-8, so no path that anyone meant
  }
}

function leave() {
  location.replace(returnAddress());
}

/** Shows one of the page's sayings and lets a screen reader speak it. */
function say(name, time) {
  const saying = element("sayings").content.querySelector(`[data-saying="${name}"]`).cloneNode(true);
  const advice = saying.lastElementChild;
  advice.textContent = advice.textContent.replace("{time}", time);
  element("alert").dataset.saying = name;
  element("alert").replaceChildren(saying);
}

function sayWait(seconds) {
  if (seconds > 0) say("wait", spellOut(seconds));
  else say("later");
}

function markInvalid(invalid) {
  for (const field of [username, password]) field.setAttribute("aria-invalid", invalid);
}

function reveal(visible) {
  password.type = visible ? "text" : "password";
  element("reveal").setAttribute("aria-pressed", visible);
}

async function signIn() {
  const response = await fetch(form.action, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({
      username: username.value,
      password: password.value,
      remember: remember.checked,
    }),
    redirect: "manual",
    signal: AbortSignal.timeout(patience),
  });
  await response.text(); // an answer that is not read keeps its connection
  return response;
}

/**
 * A proxy in front that wants a sign-in of its own says so by a redirect, which a script may not
 * read but the browser follows when the page is opened again, or by a 401 that names the place.
 */
function sentElsewhere(response) {
  if (response.type === "opaqueredirect") {
    location.reload();
    return true;
  }
  const place = response.status === 401 ? response.headers.get("Location") : null;
  const url = place && new URL(place, location.href);
  if (!url || !/^https?:$/.test(url.protocol) || url.href === location.href) return false;
  location.assign(url);
  return true;
}

function sayWrong() {
  say("wrong");
  markInvalid(true);
  password.value = "";
  password.focus();
}

function answered(response) {
  if (sentElsewhere(response)) return true;
  if (response.ok) leave();
  else if (response.status === 401) sayWrong();
  else if (response.status === 429) sayWait(Number(response.headers.get("Retry-After")));
  else say(response.status >= 500 ? "trouble" : "refused");
  return response.ok;
}

async function submitted(event) {
  event.preventDefault();
  if (form.getAttribute("aria-busy") === "true") return;
  form.setAttribute("aria-busy", true);
  element("alert").replaceChildren();
  markInvalid(false);
  reveal(false); // a browser would remember what stands in a text field
  const leaving = await signIn().then(answered, () => say("offline"));
  form.setAttribute("aria-busy", leaving === true);
}

/** What the server says about itself; nothing where it does not, for the form works without. */
async function ask(path) {
  try {
    const response = await fetch(new URL(path, api));
    if (!response.ok && sentElsewhere(response)) return {};
    const answer = await response.json();
    return response.ok ? answer : {};
  } catch {
    return {};
  }
}

document.documentElement.lang = language;
translate(document);
translate(element("sayings").content);
form.addEventListener("submit", submitted);
element("reveal").addEventListener("click", () => reveal(password.type === "password"));
ask("session").then((session) => session.authenticated && leave());
ask("providers").then((offer) => (element("first-time").hidden = !offer.first_time_login));
