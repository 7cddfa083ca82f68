"""Show control: signals to the gear of the hall, and orders that gear gives the console.

Everything runs in the loop of the show, and nothing of it can delay the show: a signal waits in the line of
its own target, and what comes in is looked at only as far as it could be an order.
"""
