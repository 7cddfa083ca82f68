// Light or dark, before anything is painted: `data-theme` of the page. `data-ground` is what was chosen, light,
// dark or auto, which follows the device. Also: ?theme=dark in a kiosk's address, where nobody can tap.
(() => {
  const root = document.documentElement;
  const device = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => {
    const { ground } = root.dataset;
    root.dataset.theme = ground === "light" || ground === "dark" ? ground : device.matches ? "dark" : "light";
  };
  const asked = new URLSearchParams(location.search).get("theme");
  root.dataset.ground = asked ?? "auto";
  try {
    if (asked) localStorage.setItem("runofshow.theme", asked);
    else root.dataset.ground = localStorage.getItem("runofshow.theme") ?? "auto";
  } catch {
    // storage may be forbidden; then the choice lasts as long as the page
  }
  paint();
  device.addEventListener("change", paint);
  new MutationObserver(paint).observe(root, { attributeFilter: ["data-ground"] });
})();
