package orgmeta

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"reflect"
	"unicode/utf8"

	"google.golang.org/protobuf/types/known/structpb"
)

// convertByKind converts what JSON has under any type, as encoding/json would.
func (c *converter) convertByKind(to *structpb.Value, v reflect.Value) *fault {
	switch v.Kind() {
	case reflect.Bool:
		c.bool(to, v.Bool())
		return nil
	case reflect.String:
		return c.text(to, v.String())
	case reflect.Float32, reflect.Float64:
		c.double(to, v.Float())
		return nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return c.integer(to, v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return c.unsigned(to, v.Uint())
	case reflect.Pointer:
		if v.IsNil() {
			return c.convert(to, nil)
		}
		return c.convert(to, v.Elem().Interface())
	case reflect.Slice:
		if !v.IsNil() && v.Type().Elem().Kind() == reflect.Uint8 {
			return c.text(to, base64.StdEncoding.EncodeToString(v.Bytes()))
		}
		return c.list(to, elementsOf(v))
	case reflect.Array:
		return c.list(to, elementsOf(v))
	case reflect.Map:
		if v.Type().Key().Kind() == reflect.String {
			return c.object(to, membersOf(v))
		}
	case reflect.Struct:
		return newFault(fmt.Sprintf("is a struct, %s; make a map of it, by encoding/json", v.Type()))
	}
	return newFault(fmt.Sprintf("is a %s, which JSON hasn't got", v.Type()))
}

// marshalled takes what a value says of itself, as encoding/json does.
func (c *converter) marshalled(to *structpb.Value, value any) *fault {
	written, err := json.Marshal(value)
	if err != nil {
		return newFault(err.Error())
	}
	if !utf8.Valid(written) {
		return newFault("is not valid UTF-8")
	}
	decoder := json.NewDecoder(bytes.NewReader(written))
	decoder.UseNumber()
	var plain any
	if err := decoder.Decode(&plain); err != nil {
		return newFault(err.Error())
	}
	return c.convert(to, plain)
}

// elementsOf gives the elements of a slice or an array; of a nil slice, nil.
func elementsOf(v reflect.Value) []any {
	if v.Kind() == reflect.Slice && v.IsNil() {
		return nil
	}
	elements := make([]any, v.Len())
	for i := range elements {
		elements[i] = v.Index(i).Interface()
	}
	return elements
}

// membersOf gives the members of a map with strings for keys; of a nil map, nil.
func membersOf(v reflect.Value) map[string]any {
	if v.IsNil() {
		return nil
	}
	members := make(map[string]any, v.Len())
	for each := v.MapRange(); each.Next(); {
		members[each.Key().String()] = each.Value().Interface()
	}
	return members
}
