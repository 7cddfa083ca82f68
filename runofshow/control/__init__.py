"""Show control: signals to the gear of the hall, and orders that gear gives the console.

- signals      sending.py on their way out, target_line.py one after the other, filling.py values of the show
               put in, messages.py the bytes that go out, reaching.py a machine, datagram.py by OSC,
               exchange.py by HTTP, strangers.py what it said, failure.py why one did not reach its gear
- gear         gear/ the pieces that a plan knows by name
- orders       osc_in.py the ear, osc_packets.py what a stranger's datagram says, osc_orders.py the orders,
               osc_button.py buttons

- beside       child.py a program of ours in a process of its own
- timecode     timecode/ the code that recorded pictures and sound bring with them, and its sound

Everything runs in the loop of the show, and nothing of it can delay the show: a signal waits in the line of
its own target, and what comes in is looked at only as far as it could be an order.
"""
