// Light or dark, before anything is painted. "auto" follows the device.
// Also: ?theme=dark in a kiosk's address, where nobody can tap.
(() => {
  const asked = new URLSearchParams(location.search).get("theme");
  let kept = null;
  try {
    if (asked) localStorage.setItem("runofshow.theme", asked);
    kept = localStorage.getItem("runofshow.theme");
  } catch {
    kept = asked; // storage may be forbidden; then the choice lasts as long as the page
  }
  if (kept === "light" || kept === "dark") document.documentElement.dataset.theme = kept;
})();
