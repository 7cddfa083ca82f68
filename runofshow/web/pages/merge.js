// JSON merge patch, RFC 7396: null takes a member away, an object is merged, anything else replaces.

/** `target` with the patch laid on; neither is changed. */
export function merged(target, patch) {
  if (!isObject(patch)) return patch;
  const result = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else {
      // "__proto__" is a name like any other here
      Object.defineProperty(result, name, {
        value: merged(Object.hasOwn(result, name) ? result[name] : undefined, value),
        configurable: true,
        enumerable: true,
        writable: true,
      });
    }
  }
  return result;
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
