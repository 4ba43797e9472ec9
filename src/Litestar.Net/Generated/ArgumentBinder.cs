using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using Litestar.Binding;
using Litestar.Errors;
using Litestar.Hosting;
using Litestar.Validation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Litestar.Generated;

/// <summary>Reads the arguments of one call from one request, and collects every fault.</summary>
/// <param name="context">The request.</param>
/// <param name="implied">The members that may be missing although they are neither nullable nor defaulted.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial struct ArgumentBinder(HttpContext context, OptionalGroupMembers? implied = null)
{
    private const int Few = 8;

    private FaultCollector? _faults;
    private string? _query;
    private bool _isPlain;
    private bool _isLate;

    /// <summary>True if any fault was found so far.</summary>
    public readonly bool HasFaults => _faults is not null;

    /// <summary>The number of faults found so far.</summary>
    public readonly int FaultCount => _faults?.TotalCount ?? 0;

    internal readonly IReadOnlyList<Fault> Faults => _faults ?? [];

    internal readonly Rejection Rejection => Rejection.Faulty(_faults!);

    /// <summary>Reads a parameter of the route.</summary>
    public T Route<T, TText>(RouteParameter route) where TText : struct, ITextFormat<T> =>
        route.TryFind(context, out var text) ? ReadRoute<T, TText>(route.Name, text) : Missing<T>(RequestSource.Route, route.Name);

    /// <summary>Reads a parameter of the route, or returns a default if the path does not contain it.</summary>
    public T Route<T, TText>(RouteParameter route, T orElse) where TText : struct, ITextFormat<T> =>
        route.TryFind(context, out var text) ? ReadRoute<T, TText>(route.Name, text) : orElse;

    /// <summary>Reads a parameter of the query string. If it is repeated, the last one counts.</summary>
    public T Query<T, TText>(QueryParameter query) where TText : struct, ITextFormat<T> =>
        query.Route is { } route ? Route<T, TText>(route)
        : TryFindLast(query, out var text) ? Decode<T, TText>(RequestSource.Query, query.Name, text)
        : Missing<T>(RequestSource.Query, query.Name);

    /// <summary>Reads a parameter of the query string, or returns a default.</summary>
    public T Query<T, TText>(QueryParameter query, T orElse) where TText : struct, ITextFormat<T> =>
        query.Route is { } route ? Route<T, TText>(route, orElse)
        : TryFindLast(query, out var text) ? Decode<T, TText>(RequestSource.Query, query.Name, text)
        : orElse;

    /// <summary>Reads every occurrence of a parameter in the query string; at least one.</summary>
    public T[] QueryList<T, TText>(QueryParameter query) where TText : struct, ITextFormat<T> =>
        QueryList<T, TText>(query, null!) ?? Missing<T[]>(RequestSource.Query, query.Name);

    /// <summary>Reads every occurrence of a parameter in the query string, or returns a default if there is none.</summary>
    public T[] QueryList<T, TText>(QueryParameter query, T[] orElse) where TText : struct, ITextFormat<T>
    {
        // The positions of the first few are stored, so that the query is read once; a longer list is read a second time.
        Span<Range> places = stackalloc Range[Few];
        var found = 0;
        var pairs = Pairs;
        for (; pairs.Next(query); found++)
        {
            if (found < Few)
            {
                places[found] = pairs.Place;
            }
        }

        return found is 0 ? orElse : found <= Few ? Decode<T, TText>(query, pairs, places[..found]) : DecodeMany<T, TText>(query, found);
    }

    private T[] Decode<T, TText>(QueryParameter query, QueryStringReader pairs, ReadOnlySpan<Range> places) where TText : struct, ITextFormat<T>
    {
        var values = new T[places.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Decode<T, TText>(RequestSource.Query, query.Name, pairs.At(places[i]));
        }

        return values;
    }

    private T[] DecodeMany<T, TText>(QueryParameter query, int count) where TText : struct, ITextFormat<T>
    {
        var values = new T[count];
        var pairs = Pairs;
        for (var i = 0; !IsFull && pairs.Next(query); i++)
        {
            values[i] = Decode<T, TText>(RequestSource.Query, query.Name, pairs.Value);
        }

        return values;
    }

    /// <summary>Reads a header. If it is repeated, the last one counts.</summary>
    public T Header<T, TText>(string name) where TText : struct, ITextFormat<T> =>
        context.Request.Headers[name] is [.., { } text] ? Read<T, TText>(RequestSource.Header, name, text) : Missing<T>(RequestSource.Header, name);

    /// <summary>Reads a header, or returns a default.</summary>
    public T Header<T, TText>(string name, T orElse) where TText : struct, ITextFormat<T> =>
        context.Request.Headers[name] is [.., { } text] ? Read<T, TText>(RequestSource.Header, name, text) : orElse;

    /// <summary>Reads every value of a header; at least one.</summary>
    public T[] HeaderList<T, TText>(string name) where TText : struct, ITextFormat<T> =>
        HeaderList<T, TText>(name, null!) ?? Missing<T[]>(RequestSource.Header, name);

    /// <summary>Reads every value of a header, or returns a default if there is none.</summary>
    /// <remarks>
    /// Several lines of one name mean the same as values joined by commas (RFC 9110, section 5.3). A comma within quotes does not
    /// separate, and empty elements do not count (section 5.6.1).
    /// </remarks>
    public T[] HeaderList<T, TText>(string name, T[] orElse) where TText : struct, ITextFormat<T>
    {
        var lines = context.Request.Headers[name];
        var count = 0;
        foreach (var line in lines)
        {
            for (var items = new HeaderElementReader(line); items.Next();)
            {
                count++;
            }
        }

        if (count is 0)
        {
            return orElse;
        }

        var values = new T[count];
        var i = 0;
        foreach (var line in lines)
        {
            for (var items = new HeaderElementReader(line); !IsFull && items.Next(); i++)
            {
                values[i] = Read<T, TText>(RequestSource.Header, name, items.Current);
            }
        }

        return values;
    }

    /// <summary>Reads a cookie. If it is repeated, the last one counts.</summary>
    public T Cookie<T, TText>(string name) where TText : struct, ITextFormat<T> =>
        CookieHeaderReader.TryFindLast(context.Request.Headers.Cookie, name, out var text) ? ReadCookie<T, TText>(name, text) : Missing<T>(RequestSource.Cookie, name);

    /// <summary>Reads a cookie, or returns a default. If it is repeated, the last one counts.</summary>
    public T Cookie<T, TText>(string name, T orElse) where TText : struct, ITextFormat<T> =>
        CookieHeaderReader.TryFindLast(context.Request.Headers.Cookie, name, out var text) ? ReadCookie<T, TText>(name, text) : orElse;

    /// <summary>Returns a value that was read from the body or the container, and adds its faults.</summary>
    public T ValueOf<T>(BindingResult<T> bound)
    {
        if (bound.Faults is { } faults)
        {
            (_faults ??= new()).Add(faults);
        }

        return bound.Value;
    }

    /// <summary>Adds the fault of a route parameter that has broken a rule.</summary>
    public void AddFault(RouteParameter route, ValidationAttribute rule, string? display = null) => AddFault(RequestSource.Route, route.Name, rule, display);

    /// <summary>Adds the fault of a query parameter that has broken a rule.</summary>
    public void AddFault(QueryParameter query, ValidationAttribute rule, string? display = null) => AddFault(SourceOf(query), query.Name, rule, display);

    /// <summary>Adds the fault of a value that has broken a rule, unless the value is missing or could not be read.</summary>
    public void AddFault(RequestSource source, string name, ValidationAttribute rule, string? display = null)
    {
        if (!IsFull && WasRead(source, name))
        {
            Add(_isLate ? Fault.Late(source, name) : new(source, name, rule.FormatErrorMessage(display ?? name)) { IsOfRule = true, Rule = (rule, display ?? name) });
        }

        _isLate = false;
    }

    /// <summary>Returns true if a value matches a pattern. A match that exceeds the time limit counts as none.</summary>
    public bool Matches(object? value, RegexRule rule)
    {
        var matches = RegexTimeBudget.Matches(context, rule, value);
        _isLate |= matches is null;
        return matches is true;
    }

    /// <summary>Checks a rule that is more than a comparison on a route parameter.</summary>
    public void AddFaultUnlessValid(RouteParameter route, object? value, ValidationAttribute rule, string? display = null) => AddFaultUnlessValid(RequestSource.Route, route.Name, value, rule, display);

    /// <summary>Checks a rule that is more than a comparison on a query parameter.</summary>
    public void AddFaultUnlessValid(QueryParameter query, object? value, ValidationAttribute rule, string? display = null) => AddFaultUnlessValid(SourceOf(query), query.Name, value, rule, display);

    /// <summary>Checks a rule that is more than a comparison.</summary>
    public void AddFaultUnlessValid(RequestSource source, string name, object? value, ValidationAttribute rule, string? display = null)
    {
        if (IsFull || _faults is { IsLate: true } || !WasRead(source, name))
        {
            return;
        }

        // A parameter has no owner object; a rule may look at the request instead.
        var asked = new ValidationContext(context, display ?? name, context.RequestServices, items: null) { MemberName = name };
        if (!RegexTimeBudget.TryAsk(context, rule, value, asked, out var result))
        {
            Add(Fault.Late(source, name));
        }
        else if (result is not null && result != ValidationResult.Success)
        {
            Add(new(source, name, result.ErrorMessage ?? rule.FormatErrorMessage(display ?? name)) { IsOfRule = true, Rule = CustomRuleMessage.RuleOf(rule, display ?? name, result) });
        }
    }

    private static RequestSource SourceOf(QueryParameter query) => query.Route is null ? RequestSource.Query : RequestSource.Route;

    private readonly bool WasRead(RequestSource source, string name) =>
        _faults is null || !_faults.Any(fault => !fault.IsOfRule && (fault.Source == source && fault.Key == name || source is RequestSource.Form && fault.Key is ""));

    private QueryStringReader Pairs
    {
        get
        {
            if (_query is null)
            {
                _query = context.Features.Request().QueryString;
                _isPlain = PercentDecoder.IsPlain(_query);
            }

            return new(_query, _isPlain);
        }
    }

    private bool TryFindLast(QueryParameter name, out ReadOnlySpan<char> text)
    {
        var pairs = Pairs;
        var found = false;
        text = default;
        while (pairs.Next(name))
        {
            text = pairs.Value;
            found = true;
        }

        return found;
    }

    // The server has decoded the path, and left invalid escapes as they were: only the raw target separates %25zz from %zz.
    private T ReadRoute<T, TText>(string name, ReadOnlySpan<char> text) where TText : struct, ITextFormat<T>
    {
        if (text.Contains('%') && !PercentDecoder.IsValidPath(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget))
        {
            Add(Fault.BrokenEncoding(RequestSource.Route, name, text));
            return default!;
        }

        return Read<T, TText>(RequestSource.Route, name, text);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T Decode<T, TText>(RequestSource source, string name, ReadOnlySpan<char> text) where TText : struct, ITextFormat<T> =>
        _isPlain ? ReadClean<T, TText>(source, name, text) : DecodeEscapes<T, TText>(source, name, text);

    // A plus sign is literal in a cookie.
    private T ReadCookie<T, TText>(string name, ReadOnlySpan<char> text) where TText : struct, ITextFormat<T> =>
        text.Contains('%') ? DecodeEscapes<T, TText>(RequestSource.Cookie, name, text, hasPlus: false) : Read<T, TText>(RequestSource.Cookie, name, text);

    private T DecodeEscapes<T, TText>(RequestSource source, string name, ReadOnlySpan<char> text, bool hasPlus = true) where TText : struct, ITextFormat<T>
    {
        var decoded = text.Length <= 256 ? stackalloc char[256] : new char[text.Length];
        if (PercentDecoder.TryDecode(text, decoded, out var length, hasPlus))
        {
            return Read<T, TText>(source, name, decoded[..length]);
        }

        Add(Fault.BrokenEncoding(source, name, text));
        return default!;
    }

    private T Read<T, TText>(RequestSource source, string name, ReadOnlySpan<char> text) where TText : struct, ITextFormat<T>
    {
        // Storage, logs and C libraries end a text at NUL: they would read another value than the one checked here.
        if (text.Contains('\0'))
        {
            Add(Fault.Nul(source, name));
            return default!;
        }

        return ReadClean<T, TText>(source, name, text);
    }

    private T ReadClean<T, TText>(RequestSource source, string name, ReadOnlySpan<char> text) where TText : struct, ITextFormat<T>
    {
        if (TText.TryRead(text, out var value))
        {
            return value;
        }

        Add(Fault.Unreadable(source, name, typeof(T), text));
        return default!;
    }

    private T Missing<T>(RequestSource source, string name)
    {
        if (implied?.Excuse(source, name) is not true)
        {
            Add(Fault.Missing(source, name));
        }

        return default!;
    }

    private void Add(Fault fault) => (_faults ??= new()).Add(fault);

    // Nothing more is read when no more faults are collected; code that needs the value sees that there were faults.
    private readonly bool IsFull => _faults is { IsFull: true };
}
