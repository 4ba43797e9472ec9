using System.Runtime.CompilerServices;
using System.Text.Json;
using Litestar.Errors;

namespace Litestar.Json;

/// <summary>Finds what is wrong with a value that is kept as JSON and has no type: names and texts that are none, names that come twice.</summary>
/// <param name="found">Takes the faults.</param>
/// <param name="place">The place of the value within the body.</param>
internal sealed class UntypedJsonFaultFinder(FaultCollector found, JsonPlace place)
{
    public void Walk(JsonElement element, bool allowsDuplicates)
    {
        // The settings may let values stand deeper than the stack reaches.
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
