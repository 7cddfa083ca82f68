#!/usr/bin/env bash
# The sender of the package sacn sends from a thread of its own. The first frame that the system does not take (no route,
# a cable out, an address renewed by DHCP) raises in that thread, which ends it for good: nothing is sent after the network
# is back, sender.start() was never undone, and new levels are taken without a word. Receivers let go of it after 2.5 s.
#
#   network up         a frame is heard
#   gone for 1.5 s     the thread ends of OSError: [Errno 101] Network is unreachable
#   up again           nothing is heard
#
# The thread is no daemon either: a program that ends without stop() goes on sending.
# Seen with sacn 1.11.0, 30 November 2026.
# What it means for us: frames are written and sent by ourselves (runofshow/control/gear/light_stream.py), and levels
# leave again once they can; sacn stands in the tests alone, as another reader of our frames.
#
# Needs Linux with unshare and ip, and python3 with venv. The package goes into a temporary folder.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv here
here/bin/pip install -q --disable-pip-version-check 'sacn==1.11.0'

cat >blink.py <<'END'
import logging
import os
import socket
import subprocess
import threading
import time

import sacn

logging.disable(logging.CRITICAL)
threading.excepthook = lambda args: print("its thread:", args.exc_value, flush=True)
ear = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
ear.bind(("", 5568))

sender = sacn.sACNsender(bind_port=0, universeDiscovery=False)
sender.start()
sender.activate_output(1)
sender[1].destination = "10.9.9.1"


def hears(when):
    ear.settimeout(0.2)
    try:
        while ear.recv(2048):
            pass
    except TimeoutError:
        ear.settimeout(3)
    sender[1].dmx_data = (255,)
    try:
        ear.recv(2048)
        print(when, "heard", flush=True)
    except TimeoutError:
        print(when, "nothing in 3 seconds", flush=True)


def cable(word):
    subprocess.run(f"ip addr {word} 10.9.9.1/24 dev lo".split(), check=True)


hears("network up:")
cable("del")
time.sleep(1.5)
cable("add")
hears("network up again:")
os._exit(0)
END
unshare -rn sh -c 'ip link set lo up; ip addr add 10.9.9.1/24 dev lo; here/bin/python blink.py' | tee out.txt
grep -qx 'network up: heard' out.txt
grep -q '^its thread: .*unreachable' out.txt
grep -qx 'network up again: nothing in 3 seconds' out.txt
echo 'As described: one frame that cannot leave ends the sender of sacn 1.11.0.'
