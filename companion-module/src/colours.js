// The colours of the buttons: those of the console.

export const WHITE = 0xffffff;
export const BLACK = 0x000000;
export const GREEN = 0x1e7d3c;
export const AMBER = 0xf0b429;
export const RED = 0xc62828;
export const BLUE = 0x1f5fa8;
export const GREY = 0x5a5a5a;

/** A ground and the letters that are read on it. */
export const on = (bgcolor) => ({ bgcolor, color: bgcolor === AMBER ? BLACK : WHITE });
