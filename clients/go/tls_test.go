package orgmeta_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	orgmeta "github.com/orgmeta/orgmeta/clients/go"
)

func TestTLSWithAnAuthorityAndACertificateOfTheClient(t *testing.T) {
	authority := newAuthority(t)
	certificate, key := authority.issue(t, "server")
	clientCertificate, clientKey := authority.issue(t, "client")
	secured, err := startService(
		"ORGMETA_TLS_CERT="+certificate, "ORGMETA_TLS_KEY="+key, "ORGMETA_TLS_CLIENT_CA="+authority.file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(secured.stop)
	own, err := tls.LoadX509KeyPair(clientCertificate, clientKey)
	if err != nil {
		t.Fatal(err)
	}
	for _, each := range []struct {
		title   string
		options []orgmeta.Option
		secured bool
	}{
		{"both", []orgmeta.Option{orgmeta.WithTLS(&tls.Config{RootCAs: authority.pool, Certificates: []tls.Certificate{own}})}, true},
		{"without a certificate", []orgmeta.Option{orgmeta.WithTLS(&tls.Config{RootCAs: authority.pool})}, false},
		{"with the system's authorities", []orgmeta.Option{orgmeta.WithTLS(nil)}, false},
		{"without TLS", nil, false},
	} {
		t.Run(each.title, func(t *testing.T) {
			client := secured.client(t, append(each.options, orgmeta.WithCredential(secured.backend))...)
			_, err := client.ReplaceOrganizationMetadata(context.Background(), "a", orgmeta.OrganizationReplacement{})
			if each.secured && err != nil {
				t.Error(err)
			}
			if !each.secured && status.Code(err) != codes.Unavailable {
				t.Errorf("got %v", err)
			}
		})
	}
	t.Run("a write with an etag has a connection of its own that is secured as well", func(t *testing.T) {
		client := secured.client(t, orgmeta.WithCredential(secured.backend),
			orgmeta.WithTLS(&tls.Config{RootCAs: authority.pool, Certificates: []tls.Certificate{own}}))
		_, err := client.ReplaceOrganizationMetadata(context.Background(), "b", orgmeta.OrganizationReplacement{ETag: "*"})
		if !errors.Is(err, orgmeta.ErrMetadataNotFound) {
			t.Errorf("got %v", err)
		}
	})
}

// authority signs certificates, and keeps them in files of the test.
type authority struct {
	folder      string
	file        string
	pool        *x509.CertPool
	certificate *x509.Certificate
	key         *ecdsa.PrivateKey
}

func newAuthority(t *testing.T) *authority {
	t.Helper()
	a := &authority{folder: t.TempDir(), pool: x509.NewCertPool()}
	a.key, a.certificate, a.file = a.sign(t, "authority", true)
	a.pool.AddCert(a.certificate)
	return a
}

func (a *authority) issue(t *testing.T, name string) (certificateFile, keyFile string) {
	t.Helper()
	key, _, certificateFile := a.sign(t, name, false)
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return certificateFile, a.write(t, name+".key", "PRIVATE KEY", der)
}

func (a *authority) sign(t *testing.T, name string, self bool) (*ecdsa.PrivateKey, *x509.Certificate, string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber:          big.NewInt(time.Now().UnixNano()),
		Subject:               pkix.Name{CommonName: name},
		NotBefore:             time.Now().Add(-time.Hour),
		NotAfter:              time.Now().Add(time.Hour),
		IPAddresses:           []net.IP{net.IPv4(127, 0, 0, 1)},
		KeyUsage:              x509.KeyUsageDigitalSignature,
		ExtKeyUsage:           []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth},
		BasicConstraintsValid: true,
		IsCA:                  self,
	}
	parent, signer := a.certificate, a.key
	if self {
		template.KeyUsage |= x509.KeyUsageCertSign
		parent, signer = template, key
	}
	der, err := x509.CreateCertificate(rand.Reader, template, parent, &key.PublicKey, signer)
	if err != nil {
		t.Fatal(err)
	}
	certificate, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return key, certificate, a.write(t, name+".pem", "CERTIFICATE", der)
}

func (a *authority) write(t *testing.T, name, kind string, der []byte) string {
	t.Helper()
	file := filepath.Join(a.folder, name)
	if err := os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}
