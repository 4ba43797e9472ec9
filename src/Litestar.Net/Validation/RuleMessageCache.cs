using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Litestar.Generated;

namespace Litestar.Validation;

/// <summary>Caches the messages of rules: creating one looks up its format among resources, and fills it in.</summary>
internal sealed class RuleMessageCache
{
    // Bounded by the rules in the source. Attributes compare by their values, which uses reflection.
    private readonly ConcurrentDictionary<ValidationAttribute, Sentence> _sentences = new(ReferenceEqualityComparer.Instance);

    /// <summary>Returns the message of a rule for a member.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="name">The name of the member in the message.</param>
    public string Of(ValidationAttribute rule, string name)
    {
        if (!IsFixed(rule))
        {
            return rule.FormatErrorMessage(name);
        }

        if (!_sentences.TryGetValue(rule, out var sentence) || !sentence.IsOf(name))
        {
            _sentences[rule] = sentence = new(rule.FormatErrorMessage(name), name, CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        }

        return sentence.Text;
    }

    // A user's rule, and a user's resource, may return another message each time.
    private static bool IsFixed(ValidationAttribute rule) =>
        (rule is RegexRule || rule.GetType().Assembly == typeof(ValidationAttribute).Assembly) && rule.ErrorMessageResourceType is null;

    private sealed record Sentence(string Text, string Name, CultureInfo Culture, CultureInfo Language)
    {
        public bool IsOf(string name) => Name == name && ReferenceEquals(Culture, CultureInfo.CurrentCulture) && ReferenceEquals(Language, CultureInfo.CurrentUICulture);
    }
}
