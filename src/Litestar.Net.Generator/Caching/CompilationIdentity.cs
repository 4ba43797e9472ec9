using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Caching;

/// <summary>Identifies options and references by numbers, without keeping the objects.</summary>
internal sealed class CompilationIdentity
{
    private readonly ConditionalWeakTable<object, Number> _numbers = new();
    private int _last;

    public ulong Of(Compilation compilation)
    {
        var fold = new SourceHash();
        fold.Add(compilation.AssemblyName ?? "");
        Add(fold, compilation.Options);
        foreach (var reference in compilation.ExternalReferences)
        {
            // The reference to another project is recreated, but its compilation is not.
            fold.Add(NumberOf(reference is CompilationReference { Compilation: var other } ? other : reference));
            fold.Add(string.Join(",", reference.Properties.Aliases));
        }

        return fold.Hash;
    }

    // Only the options that affect the meaning of names and types.
    private static void Add(SourceHash fold, CompilationOptions options)
    {
        fold.Add((int)options.OutputKind);
        fold.Add((int)options.NullableContextOptions);
        fold.Add((int)options.MetadataImportOptions);
        fold.Add(options.CheckOverflow ? 1 : 0);
        fold.Add(options.ScriptClassName ?? "");
        fold.Add(options.CryptoKeyFile ?? "");
        fold.Add(options.MainTypeName ?? "");
        fold.Add(options.ModuleName ?? "");
    }

    private int NumberOf(object thing) => _numbers.GetValue(thing, _ => new(Interlocked.Increment(ref _last))).Value;

    private sealed class Number(int value)
    {
        public int Value => value;
    }
}
