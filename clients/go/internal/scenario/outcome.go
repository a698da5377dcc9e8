package main

import (
	"errors"

	"google.golang.org/genproto/googleapis/rpc/code"

	orgmeta "github.com/orgmeta/orgmeta/clients/go"
)

// outcomeOf writes what came of a step.
func outcomeOf(result any, err error) any {
	if err == nil {
		return map[string]any{"result": result}
	}
	var refusal *orgmeta.Error
	if !errors.As(err, &refusal) {
		panic(err)
	}
	metadata := refusal.Metadata
	if metadata == nil {
		metadata = map[string]string{}
	}
	outcome := map[string]any{"code": code.Code(refusal.Code).String(), "metadata": metadata}
	if refusal.Reason != "" {
		outcome["reason"] = refusal.Reason
	}
	if refusal.Field != "" {
		outcome["field"] = refusal.Field
	}
	return map[string]any{"error": outcome}
}
