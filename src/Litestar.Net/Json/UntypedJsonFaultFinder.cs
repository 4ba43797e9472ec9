using System.Runtime.CompilerServices;
using System.Text.Json;
using Litestar.Errors;

namespace Litestar.Json;

/// <summary>Finds the faults of a value that is kept as JSON and has no type: invalid names and texts, and repeated names.</summary>
/// <param name="found">Collects the faults.</param>
/// <param name="place">The path of the value in the body.</param>
internal sealed class UntypedJsonFaultFinder(FaultCollector found, JsonPlace place)
{
    public void Walk(JsonElement element, bool allowsDuplicates)
    {
        // The settings may allow values that are nested deeper than the stack allows.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return;
        }

        if (element.ValueKind is JsonValueKind.String)
        {
            if (!JsonName.TryRead(element, out var text))
            {
                found.Add(BodyFaults.MemberUnreadable(place.ToString(), texts => texts.Expected(typeof(string)), Excerpt.Of(element)));
            }
            else if (text.Contains('\0'))
            {
                found.Add(BodyFaults.Nul(place.ToString()));
            }
        }

        if (element.ValueKind is JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in element.EnumerateArray().TakeWhile(_ => !found.IsFull))
            {
                place.Enter(index++);
                Walk(item, allowsDuplicates);
                place.Leave();
            }
        }

        var names = element.ValueKind is JsonValueKind.Object && !allowsDuplicates ? new HashSet<string>(StringComparer.Ordinal) : null;
        foreach (var member in element.ValueKind is JsonValueKind.Object ? element.EnumerateObject().TakeWhile(_ => !found.IsFull) : [])
        {
            if (!JsonName.TryRead(member, out var name))
            {
                found.Add(BodyFaults.KeyUnreadable(place.ToString(), name, texts => texts.Expected(typeof(string))));
            }
            else if (names?.Add(name) is false)
            {
                place.Enter(member);
                found.Add(BodyFaults.MemberRepeated(place.ToString()));
                place.Leave();
            }
            else
            {
                place.Enter(member);
                Walk(member.Value, allowsDuplicates);
                place.Leave();
            }
        }
    }
}
