// Refuses a cast that tells the compiler nothing (`as never`, `as unknown as`) unless a comment beside it says why: on its
// own line, or on the line above the statement or the expression it stands in.

const isNever = ({ typeAnnotation }) => typeAnnotation.type === 'TSNeverKeyword';
const isNevers = ({ typeAnnotation }) =>
  typeAnnotation.type === 'TSArrayType' && typeAnnotation.elementType.type === 'TSNeverKeyword';
const isThroughUnknown = ({ expression }) =>
  expression.type === 'TSAsExpression' && expression.typeAnnotation.type === 'TSUnknownKeyword';

export const castWithReason = {
  meta: {
    type: 'suggestion',
    docs: { description: 'A cast that hides a type has its reason beside it.' },
    messages: { reason: 'Say beside this cast why the compiler cannot know the type, or do without it.' },
    schema: [],
  },
  create(context) {
    const commented = new Set(
      context.sourceCode.getAllComments().flatMap(({ loc }) => [loc.start.line, loc.end.line]),
    );
    return {
      TSAsExpression(node) {
        if (!isNever(node) && !isNevers(node) && !isThroughUnknown(node)) return;
        const { start, end } = node.loc;
        if (![start.line - 1, start.line, end.line - 1, end.line].some((line) => commented.has(line)))
          context.report({ node, messageId: 'reason' });
      },
    };
  },
};
