#!/usr/bin/env bash
# Chromium and a Chinese font for the browser tests: installed by apt where we may, else named in one clear line.
set -u
missing=()
command -v chromium >/dev/null || missing+=(chromium)
fc-list 2>/dev/null | grep -qi 'noto.*cjk' || missing+=(fonts-noto-cjk)
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as_root=(sudo -n); else as_root=(false); fi
fi
install() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet "${missing[@]}" >/dev/null; }
if install 2>/dev/null || { "${as_root[@]}" apt-get update --quiet >/dev/null && install; }; then
    exit 0
fi
echo "Please install these system packages, then run this again: ${missing[*]}" >&2
exit 1
