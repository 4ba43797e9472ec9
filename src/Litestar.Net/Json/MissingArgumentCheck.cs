using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Litestar.Json;

/// <summary>The required arguments of a constructor.</summary>
internal abstract class MissingArgumentCheck
{
    /// <summary>The positions of these arguments; null before the type's metadata is complete.</summary>
    public int[]? Positions { get; set; }
}

/// <summary>Throws when an object is created for which an argument seems to be missing.</summary>
/// <remarks>
/// A missing argument is null, or the one box that System.Text.Json keeps for each parameter of a value type. The check gets these
/// boxes from an empty object. If it cannot, every object is suspect, so that none is missed.
/// </remarks>
internal sealed class MissingArgumentCheck<T>(JsonSerializerOptions options, Func<object[], T> create) : MissingArgumentCheck
{
    [ThreadStatic]
    private static object?[]? _learning;

    private object?[]? _absent;

    public T Create(object[] arguments)
    {
        if (_learning is { } learnt)
        {
            Array.Copy(arguments, learnt, learnt.Length);
            throw new MissingArgumentException();
        }

        var positions = Positions ?? throw new MissingArgumentException();
        var absent = _absent ??= Learn(positions);
        foreach (var position in positions)
        {
            if (arguments[position] is not { } argument || position >= absent.Length || ReferenceEquals(argument, absent[position]))
            {
                throw new MissingArgumentException();
            }
        }

        return create(arguments);
    }

    private object?[] Learn(int[] positions)
    {
        if (positions is [])
        {
            return [];
        }

        var (first, second) = (LearnOnce(positions.Max() + 1), LearnOnce(positions.Max() + 1));
        return positions.All(position => ReferenceEquals(first[position], second[position])) ? first : [];
    }

    private object?[] LearnOnce(int count)
    {
        var arguments = new object?[count];
        // An argument that still has this value is not one of their boxes.
        Array.Fill(arguments, arguments);
        _learning = arguments;
        try
        {
            JsonSerializer.Deserialize("{}"u8, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
        }
        catch (Exception exception) when (exception is MissingArgumentException or JsonException or NotSupportedException or InvalidOperationException)
        {
            // Without arguments there are no boxes.
        }
        finally
        {
            _learning = null;
        }

        return arguments;
    }
}

/// <summary>The exception for an argument that seems to be missing: the body is read again with the settings that track members.</summary>
internal sealed class MissingArgumentException : Exception;
