package orgmeta_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	orgmeta "github.com/orgmeta/orgmeta/clients/go"
)

// shared is the service of all tests that don't need one of their own; each takes organizations of its own.
var shared *service

func TestMain(m *testing.M) {
	var err error
	if shared, err = startService(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	shared.stop()
	os.Exit(code)
}

// service is a real one, a process that runs what "npm run build" made.
type service struct {
	address  string
	backend  string
	frontend string
	stop     func()
}

// startService starts a service on a free port, with a new store and a key of each role.
func startService(settings ...string) (*service, error) {
	program, err := filepath.Abs("../../dist/src/cli/main.js")
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(program); err != nil {
		return nil, fmt.Errorf(`%w; run "npm run build" first`, err)
	}
	data, err := os.MkdirTemp("", "orgmeta-go-")
	if err != nil {
		return nil, err
	}
	command := exec.Command("node", program, "serve", "--data-dir", data, "--address", "127.0.0.1:0")
	command.Env = append(withoutSettings(os.Environ()), settings...)
	output := &output{listening: make(chan struct{})}
	command.Stdout, command.Stderr = output, output
	if err := command.Start(); err != nil {
		return nil, err
	}
	ended := make(chan struct{})
	go func() {
		command.Wait()
		close(ended)
	}()
	stop := func() {
		command.Process.Kill()
		<-ended
		os.RemoveAll(data)
	}
	select {
	case <-output.listening:
		return &service{output.find(`listening on (\S+)`), output.find(`(om_sk_\w+)`), output.find(`(om_pk_\w+)`), stop}, nil
	case <-ended:
		stop()
		return nil, fmt.Errorf("the service ended before it listened:\n%s", output.text())
	}
}

// client makes a client of a service, and closes it with the test.
func (s *service) client(t *testing.T, options ...orgmeta.Option) *orgmeta.Client {
	t.Helper()
	client, err := orgmeta.NewClient(s.address, options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := client.Close(); err != nil {
			t.Error(err)
		}
	})
	return client
}

// backend makes a client of the shared service, as a backend.
func backend(t *testing.T) *orgmeta.Client {
	t.Helper()
	return shared.client(t, orgmeta.WithCredential(shared.backend))
}

// withoutSettings leaves out what the person who runs the tests may have set.
func withoutSettings(environment []string) []string {
	var kept []string
	for _, variable := range environment {
		if !strings.HasPrefix(variable, "ORGMETA_") && !strings.HasPrefix(variable, "MONGODB_URI=") {
			kept = append(kept, variable)
		}
	}
	return kept
}

// output is what the service prints.
type output struct {
	mutex     sync.Mutex
	printed   bytes.Buffer
	once      sync.Once
	listening chan struct{}
}

func (o *output) Write(chunk []byte) (int, error) {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	if o.printed.Write(chunk); regexp.MustCompile(`listening on \S+ `).Match(o.printed.Bytes()) {
		o.once.Do(func() { close(o.listening) })
	}
	return len(chunk), nil
}

func (o *output) text() string {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	return o.printed.String()
}

func (o *output) find(pattern string) string {
	found := regexp.MustCompile(pattern).FindStringSubmatch(o.text())
	if found == nil {
		return ""
	}
	return found[1]
}
