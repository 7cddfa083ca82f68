"""How one machine reaches another over HTTP: a screen its hall, and a show the gear around it."""
