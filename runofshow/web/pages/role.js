// Whose page this is. Every request says it, since a browser may be in as several.

export const role = document.documentElement.dataset.role;
