using Microsoft.AspNetCore.Http;

namespace Litestar.Pipeline;

/// <summary>The <see cref="IRouteStep"/>s of one route: of each class the nearest, at the position of the outermost.</summary>
internal sealed class RouteSteps
{
    private readonly string _route;
    private readonly EndpointMetadataCollection _metadata;
    private readonly IServiceProvider _services;
    private readonly bool _isOfHost;
    private readonly List<IRouteStep> _steps = new(0);
    private readonly List<IRouteStep> _active = new(0);

    /// <summary>Finds the steps of a route.</summary>
    /// <param name="route">The route for messages.</param>
    /// <param name="metadata">The metadata of its endpoint.</param>
    /// <param name="services">The app's container.</param>
    /// <param name="isOfHost">Whether the middleware before the endpoint is a host's own.</param>
    /// <exception cref="InvalidOperationException">A step has no place.</exception>
    public RouteSteps(string route, EndpointMetadataCollection metadata, IServiceProvider services, bool isOfHost)
    {
        (_route, _metadata, _services, _isOfHost) = (route, metadata, services, isOfHost);
        foreach (var item in metadata)
        {
            if (item is IRouteStep step)
            {
                Add(step);
            }
        }
    }

    /// <summary>Returns the steps of one place that put something around the route, in the order in which they run.</summary>
    /// <param name="place">The place.</param>
    public List<IRouteStep> At(RouteStepPlace place) => _active.FindAll(step => step.Place == place);

    /// <summary>Puts the steps of one place around the next delegate.</summary>
    /// <param name="place">The place.</param>
    /// <param name="next">The next delegate.</param>
    /// <exception cref="InvalidOperationException">A step cannot work on the route.</exception>
    public RequestDelegate Around(RouteStepPlace place, RequestDelegate next)
    {
        for (var i = _steps.Count - 1; i >= 0; i--)
        {
            if (_steps[i].Place == place)
            {
                next = Around(_steps[i], next);
            }
        }

        return next;
    }

    private RequestDelegate Around(IRouteStep step, RequestDelegate next)
    {
        var around = step.Around(new(_route, step.GetType(), _metadata, _services, _isOfHost), next)
            ?? throw new InvalidOperationException($"{_route} has the step '{step.GetType()}', whose {nameof(IRouteStep.Around)} returned null. Return a function that calls next, or next itself.");
        if (!ReferenceEquals(around, next))
        {
            _active.Insert(0, step);
        }

        return around;
    }

    private void Add(IRouteStep step)
    {
        if (step.Place is < RouteStepPlace.BeforeGuards or > RouteStepPlace.BeforeBinding)
        {
            throw new InvalidOperationException($"{_route} has the step '{step.GetType()}', and {nameof(RouteStepPlace)} has no member {(int)step.Place}. Return one of its members.");
        }

        for (var i = 0; i < _steps.Count; i++)
        {
            if (_steps[i].GetType() == step.GetType())
            {
                _steps[i] = step;
                return;
            }
        }

        _steps.Add(step);
    }
}
