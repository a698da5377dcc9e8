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
	var c converter
	s := new(structpb.Struct)
	if fault := c.members(s, document); fault != nil {
		return nil, fault.toError(field)
	}
	return s, nil
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

// converter makes the values of one document. What holds them comes from slabs, and where in the document it is only
// its faults know, which are told of on the way back.
type converter struct {
	depth   int
	texts   slab[structpb.Value_StringValue]
	numbers slab[structpb.Value_NumberValue]
	bools   slab[structpb.Value_BoolValue]
	structs slab[structStorage]
}

// structStorage is what an object takes besides its members.
type structStorage struct {
	kind  structpb.Value_StructValue
	value structpb.Struct
}

func (c *converter) convert(to *structpb.Value, value any) *fault {
	if c.depth == deepest {
		return newFault("is nested too deep, or contains itself")
	}
	c.depth++
	fault := c.convertByType(to, value)
	c.depth--
	return fault
}

// convertByType converts the types that a document most often holds, and leaves the others to convertByKind.
func (c *converter) convertByType(to *structpb.Value, value any) *fault {
	switch v := value.(type) {
	case nil:
		c.null(to)
	case bool:
		c.bool(to, v)
	case string:
		return c.text(to, v)
	case float64:
		c.double(to, v)
	case int:
		return c.integer(to, int64(v))
	case map[string]any:
		return c.object(to, v)
	case []any:
		return c.list(to, v)
	case json.Number:
		return c.number(to, v)
	case json.Marshaler, encoding.TextMarshaler:
		return c.marshalled(to, v)
	default:
		return c.convertByKind(to, reflect.ValueOf(value))
	}
	return nil
}

func (c *converter) null(to *structpb.Value) {
	to.Kind = new(structpb.Value_NullValue)
}

func (c *converter) bool(to *structpb.Value, b bool) {
	kind := c.bools.next()
	kind.BoolValue = b
	to.Kind = kind
}

func (c *converter) double(to *structpb.Value, f float64) {
	kind := c.numbers.next()
	kind.NumberValue = f
	to.Kind = kind
}

func (c *converter) text(to *structpb.Value, s string) *fault {
	if !utf8.ValidString(s) {
		return newFault("is not valid UTF-8")
	}
	kind := c.texts.next()
	kind.StringValue = s
	to.Kind = kind
	return nil
}

func (c *converter) object(to *structpb.Value, members map[string]any) *fault {
	if members == nil {
		c.null(to)
		return nil
	}
	storage := c.structs.next()
	storage.kind.StructValue = &storage.value
	to.Kind = &storage.kind
	return c.members(&storage.value, members)
}

func (c *converter) members(to *structpb.Struct, members map[string]any) *fault {
	to.Fields = make(map[string]*structpb.Value, len(members))
	values := make([]structpb.Value, len(members))
	next := 0
	for key, member := range members {
		if !utf8.ValidString(key) {
			return newFault("has a key that is not valid UTF-8")
		}
		value := &values[next]
		next++
		if fault := c.convert(value, member); fault != nil {
			return fault.within(step{key: key})
		}
		to.Fields[key] = value
	}
	return nil
}

func (c *converter) list(to *structpb.Value, elements []any) *fault {
	if elements == nil {
		c.null(to)
		return nil
	}
	values := make([]structpb.Value, len(elements))
	pointers := make([]*structpb.Value, len(elements))
	for i, element := range elements {
		if fault := c.convert(&values[i], element); fault != nil {
			return fault.within(step{index: i, inList: true})
		}
		pointers[i] = &values[i]
	}
	to.Kind = &structpb.Value_ListValue{ListValue: &structpb.ListValue{Values: pointers}}
	return nil
}
