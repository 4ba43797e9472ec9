using Litestar.Conformance.Apps;
using Litestar.Conformance.Apps.Json;

namespace Litestar.Conformance;

/// <summary>What System.Text.Json by itself would let pass, or leave untold: null among items and in members of generic types, numbers that are none, broken rules beside what cannot be read.</summary>
public sealed class LenientJsonTests
{
    public static TheoryData<Host, string, string> Rows => Matrix.Of(
        ("""POST /shelves/names ["a",null]""", "400 [1]: Member '[1]' must not be null."),
        ("""POST /shelves/names ["null"]""", "201 1"),
        ("""POST /shelves/loose ["a",null]""", "201 2"),
        ("""POST /shelves/tins [null,{"label":"a"},null]""", "400 [0]: Member '[0]' must not be null. [2]: Member '[2]' must not be null."),
        ("""POST /shelves/map {"a":[{"label":"x"}],"b":null}""", "400 b: Member 'b' must not be null."),
        ("""POST /shelves/map {"a":[{"label":"x"},null]}""", "400 a[1]: Member 'a[1]' must not be null."),
        ("POST /shelves/map null", "201 "),
        ("""POST /shelves {"names":["a",null]}""", "400 names[1]: Member 'names[1]' must not be null."),
        ("""POST /shelves {"tags":[null]}""", "400 tags[0]: Member 'tags[0]' must not be null."),
        ("""POST /shelves {"notes":{"k":null}}""", "400 notes.k: Member 'notes.k' must not be null."),
        ("""POST /shelves {"rows":[["a"],[null]]}""", "400 rows[1][0]: Member 'rows[1][0]' must not be null."),
        ("""POST /shelves {"rows":[null]}""", "400 rows[0]: Member 'rows[0]' must not be null."),
        ("""POST /shelves {"tins":[null]}""", "400 tins[0]: Member 'tins[0]' must not be null."),
        ("""POST /shelves {"marks":[null]}""", "400 marks[0]: Member 'marks[0]' must not be null."),
        ("""POST /shelves {"row":[null]}""", "400 row[0]: Member 'row[0]' must not be null."),
        ("""POST /shelves {"rooms":{"k":null}}""", "400 rooms.k: Member 'rooms.k' must not be null."),
        ("""POST /shelves {"rooms":{"k":[{"label":"a"},null]}}""", "400 rooms.k[1]: Member 'rooms.k[1]' must not be null."),
        ("""POST /shelves {"links":{"items":["/a",null]}}""", "400 links.items[1]: Member 'links.items[1]' must not be null."),
        ("""POST /shelves {"things":[1,null]}""", "400 things[1]: Member 'things[1]' must not be null."),
        ("""POST /shelves {"below":[{"below":[{"names":[null]}]}]}""", "400 below[0].below[0].names[0]: Member 'below[0].below[0].names[0]' must not be null."),
        ("""POST /shelves {"looseNames":[null],"gaps":[null,{"label":"a"}],"counts":[1,null],"hints":{"k":null},"tins":null,"marks":null,"below":null}""", "201 filled"),
        // As it runs, a Boxed<string> and a Boxed<string?> are one type: where both are meant, neither is refused a null.
        ("""POST /shelves {"open":{"items":[null]},"closed":{"items":[null]}}""", "201 filled"),
        ("""POST /shelves {"names":[null,1],"notes":{"k":2},"tins":[{"weight":"x"},null]}""", "400 names[0]: Member 'names[0]' must not be null. names[1]: Member 'names[1]' must be text, not 1. notes.k: Member 'notes.k' must be text, not 2. tins[0].label: Missing required member 'tins[0].label'. tins[0].weight: Member 'tins[0].weight' must be a whole number from -2147483648 to 2147483647, not \"x\". tins[1]: Member 'tins[1]' must not be null."),
        ("""POST /shelves/stack {"names":["a",null],"tins":[null],"map":{"5":null}}""", "400 names[1]: Member 'names[1]' must not be null. tins[0]: Member 'tins[0]' must not be null. map.5: Member 'map.5' must not be null."),
        ("""POST /shelves/stack {"names":[],"tins":[],"map":{},"sort":null}""", "201 0 0 0"),
        ("""POST /shelves/stack {"names":[],"tins":[],"map":{},"sort":"c"}""", "400 sort: The sort field does not equal any of the values specified in AllowedValuesAttribute."),
        ("""POST /shelves/above {"third":1}""", "400 first: Missing required member 'first'. second: Missing required member 'second'. third: Member 'third' must be true or false, not 1."),
        // A member whose type is a parameter of its owner's.
        ("""POST /shelves/envelope {"data":{"label":"a"}}""", "201 a"),
        ("""POST /shelves/envelope {"data":null}""", "400 data: Member 'data' must not be null."),
        ("POST /shelves/envelope {}", "400 data: Missing required member 'data'."),
        ("""POST /shelves/sealed {"data":null}""", "400 data: Member 'data' must not be null."),
        ("POST /shelves/sealed {}", "400 data: Missing required member 'data'."),
        ("""POST /shelves/lax {"data":null}""", "201 none"),
        ("POST /shelves/lax {}", "201 none"),
        // .NET reads 1e999 as infinity.
        ("""POST /shelves/measures {"a":1.5e3,"b":"2.5","c":[0,-1],"d":{"1.5":2},"e":"NaN"}""", "201 1500 2.5 2 1 NaN"),
        ("""POST /shelves/measures {"a":1e999,"b":"NaN","c":[1,-1e999],"d":{"Infinity":1,"x":1,"2":1e9}}""", "400 a: Member 'a' must be a number, not 1e999. b: Member 'b' must be a number, not \"NaN\". c[1]: Member 'c[1]' must be a number, not -1e999. d.x: The keys of member 'd' must each be a number, not 'x'. d.2: Member 'd.2' must be a number, not 1e9."),
        // Rules are put to what could be read, wherever else the fault lies.
        ("""POST /shelves/guest {"years":"x","name":"A"}""", "400 years: Member 'years' must be a whole number from 0 to 150, not \"x\". name: The field name must be a string with a minimum length of 2 and a maximum length of 20."),
        ("""POST /shelves/guest {"years":200,"e-mail":"none"}""", "400 years: The field years must be between 0 and 150. name: Missing required member 'name'. e-mail: The e-mail field is not a valid e-mail address."),
        ("""POST /shelves/guest {"years":200,"name":"Ann","others":[{"years":-1,"name":"Bob"},{"years":true,"name":""},{"years":1,"name":"E"}]}""", "400 years: The field years must be between 0 and 150. others[0].years: The field years must be between 0 and 150. others[1].years: Member 'others[1].years' must be a whole number from 0 to 150, not true. others[1].name: The name field is required. others[2].name: The field name must be a string with a minimum length of 2 and a maximum length of 20."),
        ("""POST /shelves/guests {"a":{"years":200,"name":"Ann"},"b":{"years":1}}""", "400 a.years: The field years must be between 0 and 150. b.name: Missing required member 'b.name'."),
        ("""POST /shelves/guests {"a":{"years":200,"name":"Ann"},"b":null}""", "400 a.years: The field years must be between 0 and 150. b: Member 'b' must not be null."),
        ("""POST /shelves/anybody {"years":200}""", "400 name: Missing required member 'name'."),
        ("GET /shelves/query/a?id=7", "200 7 a"),
        ("GET /shelves/query/5", "400 id: Missing required query parameter 'id'."));

    [Theory, MemberData(nameof(Rows))]
    public async Task An_item_that_must_not_be_null_is_not(Host host, string request, string expected)
    {
        await using var app = await Start(host);

        Assert.Equal(expected, Summary.Of(await app.Ask(request)));
    }

    // A body above a mebibyte is read as it comes, one in another charset too.
    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task Nor_in_a_body_that_is_read_as_it_comes(Host host)
    {
        await using var app = await Start(host);

        Assert.Equal("400 names[1]: Member 'names[1]' must not be null.", Summary.Of(await app.Ask($$"""POST /shelves {"names":["{{new string('x', 1 << 21)}}",null]}""")));
        Assert.Equal("400 [1]: Member '[1]' must not be null.", Summary.Of(await app.Ask($"""POST /shelves/names ["{new string('x', 1 << 21)}",null]""")));
    }

    private static Task<RunningApp> Start(Host host) => RunningApp.Start(host, [typeof(Shelves)], services => services.AddConformance());
}
