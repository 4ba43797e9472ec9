using FluentValidation;
using Litestar.Conformance.Apps.Checked;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance;

/// <summary>What is said of a request whose values can be read, and break rules.</summary>
public sealed class ValidationTests
{
    public static TheoryData<Host, string, string> Annotations => Matrix.Of(
        ("""POST /rules/purchase {"buyer":"Ann","items":[{"count":5}]}""", "201 Ann"),
        ("""POST /rules/purchase {"buyer":" ","items":[]}""", "400 buyer: The buyer field is required. items: The field items must be a string or array type with a minimum length of '1'."),
        ("""POST /rules/purchase {"items":[]}""", "400 buyer: Missing required member 'buyer'. items: The field items must be a string or array type with a minimum length of '1'."),
        ("""POST /rules/purchase {"buyer":"Ann of the hill","items":[{"count":6}],"price":0.4,"e-mail":"x"}""",
            "400 buyer: The field buyer must be a string with a maximum length of 10. items[0].count: The field count must be between 1 and 5. price: The field price must be between 0.5 and 99.5. e-mail: The e-mail field is not a valid e-mail address."),
        ("""POST /rules/purchase {"buyer":"Ann","items":[{"count":1,"items":[{"count":1},{"count":0,"sku":"a"}]}],"address":{"again":"x"},"extras":{"a":{"count":9}},"at":{"x":2}}""",
            "400 items[0].items[1].count: The field count must be between 1 and 5. items[0].items[1].sku: The field sku must match the regular expression '[A-Z]{2}'. address.street: The The street field is required. address.again: 'again' and 'street' do not match. extras.a.count: The field count must be between 1 and 5. at.x: The field x must be between -1.5 and 1.5."),
        ("""POST /rules/purchases [{"buyer":"Ann","items":[{"count":0}]}]""", "400 [0].items[0].count: The field count must be between 1 and 5."),
        ("POST /rules/purchases []", "201 0"),
        ("""POST /rules/skipped {"count":0}""", "201 0"),
        ("POST /rules/optional", "201 -1"),
        ("""POST /rules/optional {"count":0}""", "400 count: The field count must be between 1 and 5."),
        ("""POST /rules/period {"from":3,"to":1}""", "400 to: to is odd."),
        ("""POST /rules/period {"from":3,"to":2}""", "400 to: It ends before it begins. from: It ends before it begins."),
        ("""POST /rules/period {"from":13,"to":14}""", "400 : Not on a 13th."),
        ("""POST /rules/mixed/0?q=a {"count":0}""", "400 id: The field id must be between 1 and 9. q: The field q must be a string or collection type with a minimum length of '2' and maximum length of '3'. count: The field count must be between 1 and 5."),
        ("""POST /rules/mixed/x {"count":"many"}""", "400 id: Route parameter 'id' must be a whole number from 1 to 9, not 'x'. q: Missing required query parameter 'q'. count: Member 'count' must be a whole number from 1 to 5, not \"many\"."),
        ("GET /rules/page", "200 20  x  "),
        ("GET /rules/page?size=100&sort=up&q=y&tags=1&tags=2&share=0.99", "200 100 up y 2 0.99"),
        ("GET /rules/page?size=0&sort=left&q=&tags=1&tags=2&tags=3&share=1", "400 size: The field size must be between 1 and 100. sort: The sort field does not equal any of the values specified in AllowedValuesAttribute. q: The q field is required. tags: The field tags must be a string or array type with a maximum length of '2'. share: The field share must be between 0 and 1 exclusive."),
        ("GET /rules/page?size=x", "400 size: Query parameter 'size' must be a whole number from 1 to 100, not 'x'."),
        ("GET /rules/custom/4", "200 4"),
        ("GET /rules/custom/3", "400 n: n is odd."),
        ("GET /rules/custom/x", "400 n: Route parameter 'n' must be a whole number from -2147483648 to 2147483647, not 'x'."));

    public static TheoryData<Host, string, string> Settable => Matrix.Of(
        ("""POST /rules/draft {"title":"a","pages":2}""", "201 a 2 - plain 0 3"),
        ("""POST /rules/draft {"title":"a","pages":2,"note":"n","kind":"k","tags":["t"],"size":1}""", "201 a 2 n k 1 1"),
        ("POST /rules/draft {}", "400 pages: Missing required member 'pages'. title: Missing required member 'title'."),
        ("""POST /rules/draft {"title":null,"pages":2,"note":null}""", "400 title: Member 'title' must not be null."));

    [Theory, MemberData(nameof(Settable))]
    public async Task A_property_that_is_neither_nullable_nor_given_a_value_must_come(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Rules)]);

        var answer = Summary.Of(await app.Ask(request));
        Assert.Equal(expected.Split(' ').Order(), answer.Split(' ').Order());
    }

    [Theory, MemberData(nameof(Annotations))]
    public async Task Annotations_are_honoured(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Rules)]);

        Assert.Equal(expected, Summary.Of(await app.Ask(request)));
    }

    public static TheoryData<Host, string, string> Validators => Matrix.Of(
        ("""POST /bookings {"seats":2,"guests":[{"fullName":"Ann"}],"where":{"street":"a","again":"a"}}""", "201 2"),
        ("""POST /bookings {"seats":4,"guests":[],"where":{"street":"a","again":"a"}}""", "201 4"),
        ("""POST /bookings {"seats":10,"guests":[{"fullName":"Ann"},{"fullName":""}],"where":{"street":"nowhere","again":"nowhere"}}""",
            "400 seats: The field seats must be between 1 and 9. Not that many are left. guests[1].fullName: Who is it? where.street: There is no such place."),
        ("""POST /bookings {"seats":1,"guests":[{"fullName":"Ann"},{"fullName":"Bob"}],"where":{"street":"a","again":"a"}}""", "400 : There are more guests than seats."),
        ("POST /bookings null", "400 : The body is null where a value is required."),
        ("POST /bookings/optional", "201 -1"),
        ("""POST /bookings/skipped {"seats":10,"guests":[{"fullName":""}],"where":{}}""", "201 10"));

    [Theory, MemberData(nameof(Validators))]
    public async Task Validators_are_found_made_and_awaited(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Bookings)], services => services.AddSingleton<IStock, Stock>());

        Assert.Equal(expected, Summary.Of(await app.Ask(request)));
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task A_registered_validator_is_taken_as_it_is_registered(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Bookings)], services => services
            .AddSingleton<IStock, Stock>()
            .AddSingleton<IValidator<Booking>>(new InlineValidator<Booking> { validator => validator.RuleFor(booking => booking.Seats).Equal(3).WithMessage("Three.") })
            .AddSingleton(services => new BookingValidator(services.GetRequiredService<IStock>(), new GuestValidator())));

        Assert.Equal("400 seats: Three. Not that many are left.", Summary.Of(await app.Ask("""POST /bookings {"seats":5,"guests":[],"where":{"street":"a","again":"a"}}""")));
    }

    [Fact]
    public async Task A_validator_that_cannot_be_made_is_refused_at_start_up()
    {
        var rejection = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningApp.Start(Host.Memory, [typeof(Bookings)]));

        Assert.Equal(
            "Bookings.Book (POST /bookings) validates 'data' with Litestar.Conformance.Apps.Checked.BookingValidator, whose constructor takes Litestar.Conformance.Apps.Checked.IStock, which is not registered in the container. Register it, builder.Services.AddSingleton<IStock>() for instance.",
            rejection.Message);
    }

    public static TheoryData<Host, string, string> Groups => Matrix.Of(
        ("GET /rules/group?left=0", "200 20  0 2"),
        ("GET /rules/group?size=5&sort=up&left=5&depth=9", "200 5 up 5 9"),
        ("GET /rules/group?size=0&sort=left&left=6&depth=10", "400 size: The field size must be between 1 and 100. sort: The sort field does not equal any of the values specified in AllowedValuesAttribute. left: The field left must be between 0 and 5. depth: The field depth must be between 1 and 9."),
        ("GET /rules/group/skipped?size=0&left=6", "200 0"));

    [Theory, MemberData(nameof(Groups))]
    public async Task The_members_of_a_group_are_checked(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Rules)]);

        Assert.Equal(expected, Summary.Of(await app.Ask(request)));
    }

    public static TheoryData<Host, string, string> Forms => Matrix.Of(
        ("POST /rules/form to=Bonn&pieces[0].weight=1&speed=3", "201 Bonn 3"),
        ("POST /rules/form to=Hamburg&pieces[0].weight=1&pieces[1].weight=0&speed=4", "400 to: The field to must be a string with a maximum length of 6. pieces[1].weight: The field weight must be between 1 and 9. speed: The field speed must be between 1 and 3."),
        ("POST /rules/form to=hell&speed=1", "400 to: Not there."),
        ("POST /rules/form to=hell&speed=x", "400 to: Not there. speed: Form field 'speed' must be a whole number from 1 to 3, not 'x'."),
        ("POST /rules/form/named p.to=Hamburg&p.pieces[0].weight=0", "400 p.to: The field to must be a string with a maximum length of 6. p.pieces[0].weight: The field weight must be between 1 and 9."));

    [Theory, MemberData(nameof(Forms))]
    public async Task What_a_form_brings_is_checked(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Rules)]);

        Assert.Equal(expected, Summary.Of(await app.Ask(request, ("Content-Type", "application/x-www-form-urlencoded"))));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_form_that_cannot_be_read_is_not_judged(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Rules)]);

        Assert.Equal(
            "415 : The body's Content-Type 'application/xml' cannot be read; 'application/x-www-form-urlencoded' or 'multipart/form-data' is accepted.",
            Summary.Of(await app.Ask("POST /rules/form <x/>", ("Content-Type", "application/xml"))));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_header_is_named_as_it_was_sent(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Rules)]);

        Assert.Equal("400 X-Id: X-Id is odd.", Summary.Of(await app.Ask("""POST /rules/mixed/1?q=ab {"count":1}""", ("X-Id", "3"))));
    }
}
