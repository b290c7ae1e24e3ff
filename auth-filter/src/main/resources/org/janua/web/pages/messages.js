// The texts of the pages by language and key. English is what the page itself says.
const translations = {
  de: {
    title: "Anmelden",
    username: "Benutzername",
    password: "Passwort",
    reveal: "Passwort anzeigen",
    remember: "Auf diesem Gerät angemeldet bleiben",
    submit: "Anmelden",
    busy: "Anmeldung läuft …",
    firstTime:
      "Zum ersten Mal hier? Der Server hat den ersten Benutzernamen und das Passwort beim Start in sein Protokoll geschrieben.",
    wrong: "Benutzername oder Passwort ist falsch.",
    wrongAdvice: "Bitte beides prüfen und noch einmal versuchen.",
    wait: "Zu viele Versuche.",
    waitAdvice: "Bitte in {time} noch einmal versuchen.",
    laterAdvice: "Bitte eine Weile warten und dann noch einmal versuchen.",
    trouble: "Der Server hat ein Problem.",
    troubleAdvice: "Es liegt nicht am Passwort. Bitte gleich noch einmal versuchen.",
    offline: "Der Server ist nicht erreichbar.",
    offlineAdvice: "Bitte die Verbindung prüfen und noch einmal versuchen.",
    refused: "Der Server hat das nicht angenommen.",
    refusedAdvice: "Bitte die Eingaben prüfen oder die Seite neu laden und noch einmal versuchen.",
    forgotten: "Passwort vergessen?",
    forgottenLead:
      "Bitte die E-Mail-Adresse des Kontos eingeben. Gibt es eines, bekommt sie einen Link, mit dem Sie ein neues Passwort setzen.",
    email: "E-Mail-Adresse",
    send: "Link senden",
    sending: "Wird gesendet …",
    back: "Zurück zur Anmeldung",
    renewal: "Neues Passwort setzen",
    newPassword: "Neues Passwort",
    renew: "Passwort setzen",
    renewing: "Wird gesetzt …",
    sent: "Bitte in Ihr Postfach sehen.",
    sentAdvice: "Gehört diese Adresse zu einem Konto, ist ein Link unterwegs. Er gilt eine Stunde.",
    renewed: "Ihr neues Passwort ist gesetzt.",
    renewedAdvice: "Melden Sie sich damit an.",
    dead: "Dieser Link gilt nicht mehr.",
    deadAdvice: "Bitte einen neuen anfordern.",
  },
};

export const language = navigator.language.slice(0, 2) in translations ? navigator.language.slice(0, 2) : "en";

/** Puts the texts of the visitor's language into every element below root that names one. */
export function translate(root) {
  const texts = translations[language] ?? {};
  for (const element of root.querySelectorAll("[data-text]")) {
    element.textContent = texts[element.dataset.text] ?? element.textContent;
  }
}

/** A span of time in words, rounded up: 45 gives "45 seconds", 61 gives "2 minutes". */
export function spellOut(seconds) {
  const [size, unit] = seconds > 3600 ? [3600, "hour"] : seconds > 60 ? [60, "minute"] : [1, "second"];
  const format = new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" });
  return format.format(Math.ceil(seconds / size));
}
