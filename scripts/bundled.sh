#!/bin/sh
# Cài runofshow trên máy này, không cần mạng:  sh install.sh      Gỡ ra:  sh install.sh --uninstall
# Installs runofshow on this machine, without a network:  sh install.sh      Removes it:  sh install.sh --uninstall
# The program goes into ~/.local/lib/runofshow, the command into ~/.local/bin (`--prefix FOLDER` for another place than
# ~/.local). Started again from a newer bundle it upgrades. The shows that were kept are never touched.
# install.py does it all; here only the Python is found that this bundle is for.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
if [ ! -f "$here/about.txt" ]; then
    echo 'runofshow: hãy chạy tệp này trong gói do scripts/bundle tạo ra. / Run this from a bundle that scripts/bundle made.' >&2
    exit 1
fi
wanted=$(sed -n 's/^python //p' "$here/about.txt")

seen=''
for name in "python$wanted" python3 python; do
    python=$(command -v "$name" 2>/dev/null) || continue
    found=$("$python" -I -c 'import sys; print("%d.%d" % sys.version_info[:2])' </dev/null 2>/dev/null) || continue
    seen="$seen $found"
    [ "$found" = "$wanted" ] || continue
    if ! "$python" -I -c 'import venv' </dev/null >/dev/null 2>&1; then
        cat >&2 <<END
runofshow: $python không có phần venv. Trên Debian, Ubuntu: cài gói libpython$wanted-stdlib rồi chạy lại lệnh này.
runofshow: $python has no venv. On Debian, Ubuntu: install the package libpython$wanted-stdlib, then run this again.
END
        exit 1
    fi
    exec "$python" -I "$here/install.py" "$@"
done

cat >&2 <<END
runofshow: gói này dành cho Python $wanted; máy này có:${seen:- không có Python nào}.
  Hãy lấy gói làm cho Python của máy này (scripts/bundle --python …), hoặc cài Python $wanted.
runofshow: this bundle is for Python $wanted; this machine has:${seen:- none}.
  Take the bundle made for this machine's Python (scripts/bundle --python ...), or install Python $wanted.
END
exit 1
