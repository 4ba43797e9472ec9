using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Litestar.Generated;

namespace Litestar.Validation;

/// <summary>The sentences of rules, each made once: making one looks up its pattern among resources, and fills it in.</summary>
internal sealed class RuleMessageCache
{
    // As many as there are rules in the source. Attributes call each other equal by what they hold, which takes reflection.
    private readonly ConcurrentDictionary<ValidationAttribute, Sentence> _sentences = new(ReferenceEqualityComparer.Instance);

    /// <summary>What a rule says of a member.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="name">What it calls the member.</param>
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

    // A rule of the user's, and a resource of his, may say something else each time.
    private static bool IsFixed(ValidationAttribute rule) =>
        (rule is RegexRule || rule.GetType().Assembly == typeof(ValidationAttribute).Assembly) && rule.ErrorMessageResourceType is null;

    private sealed record Sentence(string Text, string Name, CultureInfo Culture, CultureInfo Language)
    {
        public bool IsOf(string name) => Name == name && ReferenceEquals(Culture, CultureInfo.CurrentCulture) && ReferenceEquals(Language, CultureInfo.CurrentUICulture);
    }
}
