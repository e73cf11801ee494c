// Checks a running ledger with the Go project's own packages: a signed checkpoint, the tiles, an
// inclusion proof and a consistency proof.
//
// Usage: tlogcheck BASE EVENT_ID, with an access token in TOKEN.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

var base = os.Args[1]

func main() {
	key := strings.TrimSpace(string(get("/api/public/tlog/key")))
	size, root := checkpoint(key, get("/api/public/tlog/checkpoint"))
	tree := tlog.Tree{N: size, Hash: root}
	hashes := tlog.TileHashReader(tree, tiles{})

	var proof struct {
		LeafIndex, TreeSize  int64
		LeafHash, Checkpoint string
		Hashes               []string
	}
	must(json.Unmarshal(get("/api/audit/proof?eventId="+os.Args[2]), &proof))
	provenSize, provenRoot := checkpoint(key, []byte(proof.Checkpoint))
	require(provenSize == proof.TreeSize, "the proof's checkpoint is of another tree")
	leaf := tlog.RecordHash(entry(proof.LeafIndex, size))
	require(leaf == hash(proof.LeafHash), "the leaf is not the entry's")
	must(tlog.CheckRecord(all(proof.Hashes), provenSize, provenRoot, proof.LeafIndex, leaf))
	stored, err := hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, proof.LeafIndex)})
	must(err)
	require(stored[0] == leaf, "the tiles have another leaf")

	var consistency struct {
		From, To int64
		Hashes   []string
	}
	from := size / 3
	must(json.Unmarshal(get(fmt.Sprintf("/api/audit/consistency?from=%d&to=%d", from, size)), &consistency))
	older, err := tlog.TreeHash(from, hashes)
	must(err)
	must(tlog.CheckTree(all(consistency.Hashes), size, root, from, older))
	fmt.Printf("verified %d entries, leaf %d, consistency from %d\n", size, proof.LeafIndex, from)
}

// checkpoint opens a signed note of three lines.
func checkpoint(key string, text []byte) (int64, tlog.Hash) {
	verifier, err := note.NewVerifier(key)
	must(err)
	opened, err := note.Open(text, note.VerifierList(verifier))
	must(err)
	lines := strings.Split(opened.Text, "\n")
	require(lines[0] == verifier.Name(), "the origin is not the key's name")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	return size, hash(lines[2])
}

// entry reads one entry of a bundle.
func entry(index, size int64) []byte {
	width := size - index/256*256
	if width > 256 {
		width = 256
	}
	bundle := get("/api/audit/tlog/" + path("entries", index/256, int(width)))
	for skip := index % 256; ; skip-- {
		length := int(bundle[0])<<8 | int(bundle[1])
		if skip == 0 {
			return bundle[2 : 2+length]
		}
		bundle = bundle[2+length:]
	}
}

type tiles struct{}

func (tiles) Height() int { return height }

func (tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var found [][]byte
	for _, tile := range wanted {
		found = append(found, get("/api/public/tlog/"+path(strconv.Itoa(tile.L), tile.N, tile.W)))
	}
	return found, nil
}

func (tiles) SaveTiles([]tlog.Tile, [][]byte) {}

// path is C2SP's; the package's own has the height in it.
func path(level string, n int64, width int) string {
	number := fmt.Sprintf("%03d", n%1000)
	for n /= 1000; n > 0; n /= 1000 {
		number = fmt.Sprintf("x%03d/%s", n%1000, number)
	}
	if width < 1<<height {
		number += fmt.Sprintf(".p/%d", width)
	}
	return "tile/" + level + "/" + number
}

func get(path string) []byte {
	request, err := http.NewRequest("GET", base+path, nil)
	must(err)
	if strings.HasPrefix(path, "/api/audit/") {
		request.Header.Set("Authorization", "Bearer "+os.Getenv("TOKEN"))
	}
	response, err := http.DefaultClient.Do(request)
	must(err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	must(err)
	require(response.StatusCode == 200, path+": "+response.Status)
	return body
}

func hash(base64 string) tlog.Hash {
	h, err := tlog.ParseHash(base64)
	must(err)
	return h
}

func all(base64 []string) []tlog.Hash {
	var hashes []tlog.Hash
	for _, each := range base64 {
		hashes = append(hashes, hash(each))
	}
	return hashes
}

func must(err error) {
	if err != nil {
		require(false, err.Error())
	}
}

func require(holds bool, why string) {
	if !holds {
		fmt.Fprintln(os.Stderr, "tlogcheck:", why)
		os.Exit(1)
	}
}
