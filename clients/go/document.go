package orgmeta

import (
	"encoding"
	"encoding/json"
	"reflect"
	"unicode/utf8"

	"google.golang.org/protobuf/types/known/structpb"
)

// deepest is how deep a document may nest before it is taken for one that contains itself. The service takes 32 levels,
// and names the path of what is deeper.
const deepest = 100

// toStruct makes of a document what is sent; of nil, which is a document that is left out, nil. Its error names the
// field of the request that the document is for. Other than structpb.NewStruct, it takes all that doc.go lists, tells
// where it found what it can't take, and rounds no integer.
func toStruct(field string, document map[string]any) (*structpb.Struct, error) {
	if document == nil {
		return nil, nil
	}
	c := converter{field: field}
	return c.members(document)
}

// documentStructs makes of both documents of a write what is sent.
func documentStructs(public, private map[string]any) (publicStruct, privateStruct *structpb.Struct, err error) {
	return toStructs("public_metadata", public, "private_metadata", private)
}

// filterStructs makes of both filters of a list what is sent.
func filterStructs(public, private map[string]any) (publicStruct, privateStruct *structpb.Struct, err error) {
	return toStructs("public_contains", public, "private_contains", private)
}

func toStructs(publicField string, public map[string]any, privateField string, private map[string]any) (
	publicStruct, privateStruct *structpb.Struct, err error,
) {
	if publicStruct, err = toStruct(publicField, public); err != nil {
		return nil, nil, err
	}
	privateStruct, err = toStruct(privateField, private)
	return publicStruct, privateStruct, err
}

// converter makes the values of one document. It knows where in it it is: a key or an index for each level.
type converter struct {
	field string
	path  []step
	depth int
}

func (c *converter) fail(problem string) error {
	return documentError(c.field, formatPath(c.path), problem)
}

func (c *converter) convert(value any) (*structpb.Value, error) {
	if c.depth == deepest {
		return nil, c.fail("is nested too deep, or contains itself")
	}
	c.depth++
	converted, err := c.convertByType(value)
	c.depth--
	return converted, err
}

// convertByType converts the types that a document most often holds, and leaves the others to convertByKind.
func (c *converter) convertByType(value any) (*structpb.Value, error) {
	switch v := value.(type) {
	case nil:
		return structpb.NewNullValue(), nil
	case bool:
		return structpb.NewBoolValue(v), nil
	case string:
		return c.text(v)
	case float64:
		return structpb.NewNumberValue(v), nil
	case int:
		return c.integer(int64(v))
	case map[string]any:
		return c.object(v)
	case []any:
		return c.list(v)
	case json.Number:
		return c.number(v)
	case json.Marshaler, encoding.TextMarshaler:
		return c.marshalled(v)
	}
	return c.convertByKind(reflect.ValueOf(value))
}

func (c *converter) text(s string) (*structpb.Value, error) {
	if !utf8.ValidString(s) {
		return nil, c.fail("is not valid UTF-8")
	}
	return structpb.NewStringValue(s), nil
}

func (c *converter) object(members map[string]any) (*structpb.Value, error) {
	if members == nil {
		return structpb.NewNullValue(), nil
	}
	s, err := c.members(members)
	if err != nil {
		return nil, err
	}
	return structpb.NewStructValue(s), nil
}

func (c *converter) members(members map[string]any) (*structpb.Struct, error) {
	fields := make(map[string]*structpb.Value, len(members))
	for key, member := range members {
		if !utf8.ValidString(key) {
			return nil, c.fail("has a key that is not valid UTF-8")
		}
		c.path = append(c.path, step{key: key})
		value, err := c.convert(member)
		if err != nil {
			return nil, err
		}
		c.path = c.path[:len(c.path)-1]
		fields[key] = value
	}
	return &structpb.Struct{Fields: fields}, nil
}

func (c *converter) list(elements []any) (*structpb.Value, error) {
	if elements == nil {
		return structpb.NewNullValue(), nil
	}
	values := make([]*structpb.Value, len(elements))
	for i, element := range elements {
		c.path = append(c.path, step{index: i, inList: true})
		value, err := c.convert(element)
		if err != nil {
			return nil, err
		}
		c.path = c.path[:len(c.path)-1]
		values[i] = value
	}
	return structpb.NewListValue(&structpb.ListValue{Values: values}), nil
}
