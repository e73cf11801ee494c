#!/usr/bin/env python3
"""Checks a bundle by what docs/verify.md says, with the standard library alone.

Usage: verify_bundle.py bundle.zip [verifier-key]; exit status 0 proven, 1 not proven, 2 unreadable.
"""
import base64
import hashlib
import json
import re
import sys
import zipfile

FIELDS = ("position", "eventId", "aggregateType", "aggregateId", "version", "recordedAt", "type", "revision")
NEEDED = ("events.ndjson", "proofs.ndjson", "checkpoint", "keys")
PAPER = re.compile("sha256:[0-9a-f]{64}")

# Ed25519 as RFC 8032, section 5.1.7 and appendix, has it.
P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
I = pow(2, (P - 1) // 4, P)


def recover_x(y, sign):
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * I % P
    if y >= P or (x * x - x2) % P or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x


def point(raw):
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    i, j, k, m = f - e, h - g, h + g, f + e
    return i * j % P, k * m % P, j * k % P, i * m % P


def times(n, a):
    r = (0, 1, 1, 0)
    while n:
        if n & 1:
            r = add(r, a)
        a = add(a, a)
        n >>= 1
    return r


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = point(BASE_Y.to_bytes(32, "little"))


def ed25519(key, message, signature):
    a, r, s = point(key), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or a is None or r is None or s >= Q:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % Q
    left, right = times(s, BASE), add(r, times(h, a))
    return not ((left[0] * right[2] - right[0] * left[2]) % P or (left[1] * right[2] - right[1] * left[2]) % P)


def sha256(data):
    return hashlib.sha256(data).digest()


def b64(text):
    return base64.b64decode(text, validate=True)


def node(left, right):
    return sha256(b"\x01" + left + right)


def included(leaf, index, size, root, hashes):
    if index >= size:
        return False
    fn, sn, r = index, size - 1, leaf
    for p in hashes:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            r = node(p, r)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = node(r, p)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and r == root


def consistent(first, first_root, second, second_root, hashes):
    if not 0 < first <= second:
        return False
    if first == second:
        return not hashes and first_root == second_root
    path = list(hashes)
    if first & (first - 1) == 0:
        path.insert(0, first_root)
    if not path:
        return False
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for c in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node(c, fr), node(c, sr)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node(sr, c)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and fr == first_root and sr == second_root


def signed_by(note, keys):
    """The checkpoint of a note: origin, size, root; None when none of the keys signed it."""
    text, _, signatures = note.rpartition("\n\n")
    text += "\n"
    origin, size, root = text.split("\n")[:3]
    for line in signatures.splitlines():
        dash, name, blob = line.split(" ")
        blob = b64(blob)
        for key in keys:
            key_name, key_id, raw = key.split("+", 2)
            raw = b64(raw)
            own_id = sha256(key_name.encode() + b"\n" + raw)[:4]
            if (dash, name, blob[:4]) == ("\u2014", origin, own_id) and key_name == name and own_id.hex() == key_id:
                if raw[:1] == b"\x01" and ed25519(raw[1:], text.encode(), blob[4:]):
                    return origin, int(size), b64(root)
    return None


def canonical(entry):
    return json.dumps(entry, ensure_ascii=False, separators=(",", ":"))


def papers(value, inside=False):
    if isinstance(value, dict):
        for name, field in value.items():
            yield from papers(field, name == "attachments")
    elif isinstance(value, list):
        for item in value:
            yield from papers(item, inside)
    elif inside and isinstance(value, str) and PAPER.fullmatch(value):
        yield value


def check(path, key):
    problems = []
    bundle = zipfile.ZipFile(path)
    names = bundle.namelist()
    manifest = json.loads(bundle.read("manifest.json"))
    if manifest["format"] != "danvankheo-bundle/1":
        raise ValueError("another format")

    listed = {file["name"]: file for file in manifest["files"]}
    if sorted(names) != sorted([*listed, "manifest.json"]):
        problems.append("files: " + ", ".join(sorted(set(names) ^ {*listed, "manifest.json"})))
    for name in set(listed) & set(names):
        digest, size = hashlib.sha256(), 0
        with bundle.open(name) as content:
            for piece in iter(lambda: content.read(1 << 16), b""):
                digest.update(piece)
                size += len(piece)
        if (digest.hexdigest(), size) != (listed[name]["sha256"], listed[name]["size"]):
            problems.append("changed: " + name)
        if name.startswith("attachments/") and name != "attachments/sha256-" + digest.hexdigest():
            problems.append("not what its name says: " + name)
    if not set(NEEDED) <= set(names):
        return problems + ["not all files are there"]

    keys = bundle.read("keys").decode().splitlines()
    tree = signed_by(bundle.read("checkpoint").decode(), [key] if key else keys)
    if tree is None:
        return problems + ["checkpoint: not signed by the key"]
    origin, size, root = tree
    log = manifest["log"]
    if (log["origin"], log["size"], b64(log["root"])) != tree:
        problems.append("checkpoint: another tree than the manifest's")
    if "consistency.ndjson" in names:
        for line in bundle.read("consistency.ndjson").decode().splitlines():
            line = json.loads(line)
            first = signed_by(line["checkpoint"], keys + ([key] if key else []))
            hashes = [b64(each) for each in line["hashes"]]
            if first is None or first[0] != origin or not consistent(first[1], first[2], size, root, hashes):
                problems.append("an earlier tree is not the beginning of this one")

    versions, named, count, position, leaf_index = {}, set(), 0, -1, -1
    with bundle.open("events.ndjson") as events, bundle.open("proofs.ndjson") as proofs:
        while True:
            line, proof = events.readline(), proofs.readline()
            if not line or not proof:
                if line or proof:
                    problems.append("events and proofs do not go together")
                break
            event, proof = json.loads(line), json.loads(proof)
            count += 1
            what = "event %s (%s version %s): " % (event["position"], event["aggregateId"], event["version"])
            payload, metadata, entry = b64(event["payload"]), b64(event["metadata"]), b64(proof["entry"])
            expected = {field: event[field] for field in FIELDS}
            expected["payload"], expected["metadata"] = sha256(payload).hex(), sha256(metadata).hex()
            if canonical(expected).encode() != entry:
                problems.append(what + "not what the log has")
            hashes = [b64(each) for each in proof["hashes"]]
            if not included(sha256(b"\x00" + entry), proof["leafIndex"], size, root, hashes):
                problems.append(what + "not in the tree")
            if event["position"] <= position or proof["leafIndex"] <= leaf_index:
                problems.append(what + "out of order")
            elif manifest["complete"] == "RANGE" and leaf_index >= 0 and proof["leafIndex"] != leaf_index + 1:
                problems.append(what + "something is left out before it")
            position, leaf_index = event["position"], proof["leafIndex"]
            last = versions.get(event["aggregateId"])
            if last is not None and event["version"] <= last:
                problems.append(what + "a version again")
            elif manifest["complete"] == "STREAMS" and event["version"] != (-1 if last is None else last) + 1:
                problems.append(what + "a version is missing before it")
            versions[event["aggregateId"]] = event["version"]
            named.update(papers(json.loads(payload)))
    if (count, len(versions)) != (manifest["events"], manifest["aggregates"]):
        problems.append("not as many events as the manifest says")
    there = {name[len("attachments/"):].replace("-", ":", 1) for name in names if name.startswith("attachments/")}
    if there - named or (manifest["attachments"] and named - there):
        problems.append("papers: " + ", ".join(sorted(there ^ named)))
    if ("personal.ndjson" in names) != manifest["personal"]:
        problems.append("personal.ndjson is there or missing, other than the manifest says")
    if not problems:
        print("%d events proven in the tree of %d entries of %s" % (count, size, origin))
    return problems


def main():
    try:
        problems = check(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None)
    except (OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
        print("unreadable: %r" % error)
        return 2
    for problem in problems:
        print("NOT PROVEN: " + problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
