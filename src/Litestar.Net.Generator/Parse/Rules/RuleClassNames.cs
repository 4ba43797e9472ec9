using System.Text;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Rules;

/// <summary>The names of the classes that check types.</summary>
internal static class RuleClassNames
{
    /// <summary>Returns <c>Shop_Order_Rules</c>; with a number if two types might have the same name.</summary>
    public static string ClassOf(INamedTypeSymbol type)
    {
        var full = SymbolNames.ReflectionTextOf(type);
        var name = new StringBuilder();
        foreach (var letter in full)
        {
            name.Append(char.IsLetterOrDigit(letter) ? letter : '_');
        }

        var isPlain = full.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '+');
        return isPlain ? $"{name}_Rules" : $"{name}_{Hash(full):x8}_Rules";
    }

    /// <summary>
    /// Returns a number for a text that is the same in every run and on every machine, unlike <c>string.GetHashCode</c>
    /// (FNV-1a).
    /// </summary>
    public static uint Hash(string text) => text.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619u));
}
