#!/usr/bin/env bash
# Pure Data's own OSC reader ([oscparse], vanilla, no external) drops True, False and Nil instead of reading them:
# OSC 1.0 puts them into the type tags alone, without data. The arguments behind move up by one, so a number meant
# as the third argument arrives as the second; all that is said of it is a line on the console of Pd.
#
#   sent      /a ,sTif "x" True 1 0.5      arrives as   a x 1 0.5
#   sent      /b ,Fi False 2               arrives as   b 2
#
# Seen with Debian 12's puredata-core 0.53.1+ds-2+deb12u1, 28 November 2026.
# What it means for us: `check` advises 1 and 0 in place of true and false in the arguments of a signal.
#
# Needs Debian 12 with apt and python3. Packages are unpacked into a temporary folder; nothing is installed.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
chmod 755 .

version='0.53.1+ds-2+deb12u1'
apt-get update -q >/dev/null
apt-get download -q "puredata-core=$version" libasound2 libjack-jackd2-0 libportaudio2 libdb5.3 >/dev/null 2>&1
for package in ./*.deb; do dpkg-deb -x "$package" root; done
pd=root/usr/bin/puredata
[ -x "$pd" ] || pd=$(find root -path '*bin/puredata*' -type f | head -n 1)

port=$(python3 -c 'import socket
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as free:
    free.bind(("127.0.0.1", 0)); print(free.getsockname()[1])')
cat >patch.pd <<END
#N canvas 0 0 450 300 10;
#X obj 20 20 netreceive -u -b $port;
#X obj 20 60 oscparse;
#X obj 20 100 print got;
#X connect 0 0 1 0;
#X connect 1 0 2 0;
END

libraries=$(find root -name '*.so.*' -exec dirname {} + | sort -u | paste -sd:)
LD_LIBRARY_PATH=$libraries timeout 20 "$pd" -nogui -noaudio -nomidi -stderr patch.pd >out.txt 2>&1 &
listening=$!

python3 - "$port" <<'END'
import socket, struct, sys, time

def padded(data):
    return data + b"\0" * (4 - len(data) % 4)

a = padded(b"/a") + padded(b",sTif") + padded(b"x") + struct.pack(">if", 1, 0.5)
b = padded(b"/b") + padded(b",Fi") + struct.pack(">i", 2)
c = padded(b"/c") + padded(b",if") + struct.pack(">if", 1, 0.5)
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as out:
    for _ in range(40):  # Pd takes a moment to listen, and UDP does not say when
        for data in (a, b, c):
            out.sendto(data, ("127.0.0.1", int(sys.argv[1])))
        time.sleep(0.1)
        if "list c" in open("out.txt").read():
            break
END
kill "$listening" 2>/dev/null || true
wait "$listening" 2>/dev/null || true

sort -u out.txt
grep -q '^got: list c 1 0.5$' out.txt    # it runs, and reads what has no truth in it
grep -q '^got: list a x 1 0.5$' out.txt  # the surprise: True is gone, and 1 stands in its place
grep -q '^got: list b 2$' out.txt
echo "As described: Pure Data $version drops OSC truths."
