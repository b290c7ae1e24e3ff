import { language, translate } from "./messages.js";
import { api, ask, element, onReveal, onSubmit, say, sayRefused, send, sentElsewhere } from "./page.js";
import { route } from "./reset.js";

const form = element("login");
const { username, password, remember } = form.elements;
const [firstTime, forgottenLink] = form.querySelectorAll("p"); // not in the page while another form is

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

function markInvalid(invalid) {
  for (const field of [username, password]) field.setAttribute("aria-invalid", invalid);
}

function signIn() {
  markInvalid(false);
  return send("login", {
    username: username.value,
    password: password.value,
    remember: remember.checked,
  });
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
  else sayRefused(response);
  return response.ok;
}

document.documentElement.lang = language;
translate(document);
translate(element("sayings").content);
onSubmit(form, signIn, answered);
onReveal(form);
if (!route()) ask("session").then((session) => session.authenticated && leave());
ask("providers").then((offer) => {
  firstTime.hidden = !offer.first_time_login;
  forgottenLink.hidden = !offer.password_reset;
});
