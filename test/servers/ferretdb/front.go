package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"sync"

	"github.com/FerretDB/wire"
)

// FerretDB reads what a filter matches and then writes by _id: of two updates with one filter, both match. MongoDB does
// each as a whole, so writes go to FerretDB one at a time.
var writing sync.Mutex

var writes = map[string]bool{
	"insert": true, "update": true, "delete": true, "findAndModify": true,
	"create": true, "createIndexes": true, "drop": true, "dropIndexes": true, "dropDatabase": true,
}

// FerretDB makes a wildcard index and then fails at every insert.
var wildcard = []byte("$**")

const (
	headerBytes    = 16
	opMsg          = 2013
	moreToCome     = 1 << 1
	maximumMessage = 48_000_000
)

// serveFront hands the messages of each connection to the server at the address, and its answers back.
func serveFront(listener net.Listener, address string) error {
	for {
		client, err := listener.Accept()
		if err != nil {
			return err
		}
		go serveClient(client, address)
	}
}

func serveClient(client net.Conn, address string) {
	defer client.Close()
	server, err := net.Dial("tcp", address)
	if err != nil {
		return
	}
	defer server.Close()
	fromClient, fromServer := bufio.NewReader(client), bufio.NewReader(server)
	for {
		message, err := readMessage(fromClient)
		if err != nil {
			return
		}
		reply, err := answer(message, server, fromServer)
		if err != nil {
			return
		}
		if _, err := client.Write(reply); err != nil {
			return
		}
	}
}

// answer returns the reply to a message, or nothing where the client wants none.
func answer(message []byte, server io.Writer, fromServer *bufio.Reader) ([]byte, error) {
	name := commandOf(message)
	if name == "createIndexes" && bytes.Contains(message, wildcard) {
		return refuse(message, "wildcard indexes are not supported")
	}
	if writes[name] {
		writing.Lock()
		defer writing.Unlock()
	}
	if _, err := server.Write(message); err != nil {
		return nil, err
	}
	if name != "" && binary.LittleEndian.Uint32(message[headerBytes:])&moreToCome != 0 {
		return nil, nil
	}
	return readMessage(fromServer)
}

func readMessage(reader *bufio.Reader) ([]byte, error) {
	size, err := reader.Peek(4)
	if err != nil {
		return nil, err
	}
	length := binary.LittleEndian.Uint32(size)
	if length < headerBytes || length > maximumMessage {
		return nil, errors.New("not a message of MongoDB's wire protocol")
	}
	message := make([]byte, length)
	_, err = io.ReadFull(reader, message)
	return message, err
}

// commandOf returns the name of an OP_MSG's command: the first key of its first section's document.
func commandOf(message []byte) string {
	const firstKey = headerBytes + 4 + 1 + 4 + 1
	if binary.LittleEndian.Uint32(message[12:]) != opMsg || len(message) < firstKey || message[headerBytes+4] != 0 {
		return ""
	}
	name, _, found := bytes.Cut(message[firstKey:], []byte{0})
	if !found {
		return ""
	}
	return string(name)
}

func refuse(message []byte, reason string) ([]byte, error) {
	const cannotCreateIndex = 67
	body := wire.MustOpMsg("ok", 0.0, "errmsg", reason, "code", int32(cannotCreateIndex), "codeName", "CannotCreateIndex")
	bodyBytes, err := body.MarshalBinary()
	if err != nil {
		return nil, err
	}
	header := wire.MsgHeader{
		MessageLength: int32(headerBytes + len(bodyBytes)),
		ResponseTo:    int32(binary.LittleEndian.Uint32(message[4:])),
		OpCode:        wire.OpCodeMsg,
	}
	headerAsBytes, err := header.MarshalBinary()
	return append(headerAsBytes, bodyBytes...), err
}
