using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Litestar.Json;

/// <summary>Which arguments of a constructor must come.</summary>
internal abstract class MissingArgumentCheck
{
    /// <summary>The positions of these arguments; none before the type's metadata is complete.</summary>
    public int[]? Positions { get; set; }
}

/// <summary>Refuses to make an object of which an argument seems not to have come.</summary>
/// <remarks>
/// An argument that has not come is null, or the one box that System.Text.Json keeps for each parameter of a value type. The
/// boxes are learnt from an object that is empty. Where they cannot be, every object is suspect, and nothing passes unseen.
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
        // What has been given nothing is no box of theirs.
        Array.Fill(arguments, arguments);
        _learning = arguments;
        try
        {
            JsonSerializer.Deserialize("{}"u8, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
        }
        catch (Exception exception) when (exception is MissingArgumentException or JsonException or NotSupportedException or InvalidOperationException)
        {
            // Without arguments nothing was learnt.
        }
        finally
        {
            _learning = null;
        }

        return arguments;
    }
}

/// <summary>Thrown where an argument seems not to have come: the body is read again by the settings that know.</summary>
internal sealed class MissingArgumentException : Exception;
