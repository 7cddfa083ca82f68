// The worker that all pages of this browser share, with the one stream of all of them.

import { hub } from "./hub.js";

const { hear } = hub();

addEventListener("connect", ({ ports: [port] }) => {
  port.onmessage = ({ data }) => hear(port, data);
});
